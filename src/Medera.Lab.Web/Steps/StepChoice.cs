namespace Medera.Lab.Web.Steps;

/// <summary>One thing to choose in a form: what is sent, and the word that people read.</summary>
public sealed record StepChoice(string Value, string Word);
