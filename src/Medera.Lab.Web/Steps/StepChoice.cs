namespace Medera.Lab.Web.Steps;

/// <summary>One line of a list to choose from: what is sent, and how people read it.</summary>
public sealed record StepChoice(string Value, string Words);
