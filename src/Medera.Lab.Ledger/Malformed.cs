namespace Medera.Lab.Ledger;

/// <summary>
/// The one refusal of every parser here: the bytes are not what they ought to be. The message says how, in a sentence,
/// and repeats nothing of the input, which may come from anybody.
/// </summary>
public sealed class Malformed(string message) : Exception(message);
