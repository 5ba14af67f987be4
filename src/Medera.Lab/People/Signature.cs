namespace Medera.Lab.People;

/// <summary>A signature as the desk established it: the signer proved who they are again, for this meaning (21 CFR 11.50, .200).</summary>
/// <param name="Meaning">What the signature says, in the command's word: "released for clinical use".</param>
/// <param name="Over">SHA-256 over the canonical list of the streams read for the decision, and the meaning.</param>
/// <param name="Heads">The list itself: stream number, version and leaf of each stream read.</param>
public sealed record Signature(PersonId Signer, string Meaning, string Over, IReadOnlyList<SignedHead> Heads);

/// <summary>One stream in the list that a signature covers. Leaf is base64url.</summary>
public sealed record SignedHead(string Stream, int Version, string Leaf);
