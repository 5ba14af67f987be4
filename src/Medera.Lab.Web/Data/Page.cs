namespace Medera.Lab.Web.Data;

/// <summary>A page of a list: what is shown, and from where the next page goes on; null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
