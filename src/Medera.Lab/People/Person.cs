using Medera.Lab.Batches;

namespace Medera.Lab.People;

/// <summary>What a person may be asked to do. An administrator holds no right over product (rule R9).</summary>
[Flags]
public enum Roles
{
    None = 0,
    Technician = 1,
    Qc = 2,
    Qa = 4,
    Releaser = 8,
    Nurse = 16,
    Clinician = 32,
    Auditor = 64,
    Administrator = 128,

    /// <summary>Everybody who works with product; for acts that any of them may see first.</summary>
    Staff = Technician | Qc | Qa | Releaser | Nurse | Clinician,
}

/// <summary>A person with an account, as the rules see one. Names are no part of it.</summary>
/// <param name="Badge">Own code of the badge that the person carries; null: none.</param>
public sealed record Person(PersonId Id, string UserName, Roles Roles, bool Active = true, string? Badge = null)
    : IThing<Person, PersonId>
{
    /// <summary>Whether the person holds at least one of the roles asked for.</summary>
    public bool Holds(Roles any) => Active && (Roles & any) != Roles.None;
}

/// <summary>A station in a room; its code is on a label beside it.</summary>
public sealed record Station(StationId Id, string Code, string Name, string Room) : IThing<Station, StationId>;

/// <summary>A signature as the desk established it: the signer proved who they are again, for this meaning (21 CFR 11.50, .200).</summary>
/// <param name="Meaning">What the signature says, in the command's word: "released for clinical use".</param>
/// <param name="Over">SHA-256 over the canonical list of the streams read for the decision, and the meaning.</param>
/// <param name="Heads">The list itself: stream number, version and leaf of each stream read.</param>
public sealed record Signature(PersonId Signer, string Meaning, string Over, IReadOnlyList<SignedHead> Heads);

/// <summary>One stream in the list that a signature covers. Leaf is base64url.</summary>
public sealed record SignedHead(string Stream, int Version, string Leaf);
