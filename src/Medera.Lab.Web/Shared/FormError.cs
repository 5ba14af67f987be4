namespace Medera.Lab.Web.Shared;

/// <summary>One thing to correct and the id of the field it is about.</summary>
public sealed record FormError(string FieldId, string Message);
