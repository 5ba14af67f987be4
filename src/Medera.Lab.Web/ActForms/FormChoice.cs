namespace Medera.Lab.Web.ActForms;

/// <summary>One line of a list to choose from: what is sent, and how people read it.</summary>
public sealed record FormChoice(string Value, string Words);
