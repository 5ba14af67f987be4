namespace Medera.Lab.Web.Shared;

/// <summary>A line of a signature: what is signed, in the order to read it.</summary>
public sealed record SignFact(string Label, string Value);

/// <summary>What the signer gave. Hold the password no longer than the desk needs it, and write it nowhere.</summary>
public sealed record Signing(string Password, string? Reason)
{
    /// <summary>A record prints its members; this one must not.</summary>
    public override string ToString() => nameof(Signing);
}
