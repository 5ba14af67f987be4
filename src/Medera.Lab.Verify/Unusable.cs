namespace Medera.Lab.Verify;

/// <summary>
/// What was given cannot be checked at all, so nothing is said about the log: exit code 2, and this one sentence.
/// </summary>
public sealed class Unusable(string sentence) : Exception(sentence);
