namespace Medera.Lab.Deciding;

/// <summary>A record made after the act (domain §2): when it happened, why late; a second person stands by it.</summary>
/// <param name="Performed">Who did it, where that is not who records it. An account without any role where the name given is nobody's.</param>
public sealed record LateRecord(DateTimeOffset Happened, string Reason, Person? Performed = null);

/// <summary>How many private texts an erasure takes away.</summary>
/// <param name="Texts">About the subject.</param>
/// <param name="Elsewhere">Of other events, in which the subject is named.</param>
public sealed record Erasure(int Texts, int Elsewhere)
{
    /// <summary>No text, or none counted yet.</summary>
    public static readonly Erasure Nothing = new(0, 0);
}

/// <summary>
/// All that one decision may look at, locked and loaded by the desk before it; nothing is fetched later. What acts and rules derive of it
/// (occupant, session, donor) stands as extension members with its station. A part that is needed and not there throws
/// (<see cref="MissingPartException"/>): it never passes for "nothing wrong".
/// </summary>
/// <param name="Wanted">The command.</param>
/// <param name="Actor">Who wants it.</param>
/// <param name="Second">Who stands by a record made after the act.</param>
/// <param name="At">Where it is wanted.</param>
/// <param name="Lives">The things that the command names, and those that its rules look at.</param>
public sealed record CaseFile(Command Wanted, Moment Now, Person Actor, Person? Second, Station At, Lives Lives)
{
    /// <summary>The signature that the desk established, where the command asks one.</summary>
    public Signature? Signed { get; init; }

    /// <summary>Set for a record that is made after the act.</summary>
    public LateRecord? Late { get; init; }

    /// <summary>Head of the batch's stream when the rows were locked.</summary>
    public int BatchVersion { get; init; }

    /// <summary>
    /// Whether a signed checkpoint covers the batch's release. Asked for where a product leaves; the desk fills it in for what is released.
    /// </summary>
    public bool? ReleaseSealed { get; init; }

    /// <summary>What an erasure takes away; the desk counts it under the locks.</summary>
    public Erasure Erasing { get; init; } = Erasure.Nothing;

    /// <summary>
    /// When a device without a connection read the scan that wants this, by its clock set to the desk's, and never after the moment of the
    /// decision; null: the desk heard it at once.
    /// </summary>
    public DateTimeOffset? OfflineAt { get; init; }

    /// <summary>What lays labels out: the desk gives it to commands that print or approve.</summary>
    public LabelRenderer? Means { get; init; }

    /// <summary>The same, where it is needed.</summary>
    public LabelRenderer TheMeans => Means ?? throw new MissingPartException("means of laying out labels");

    /// <summary>The same, where it is needed.</summary>
    public bool TheReleaseSealed => ReleaseSealed ?? throw new MissingPartException("seal of the release");

    /// <summary>Codes and identifiers of the command that name nothing known, in the order that the log keeps.</summary>
    public IReadOnlyList<string> Unknown => [.. Named.Unknown(Wanted, Lives)];

    /// <summary>The thing that bears a code of the command.</summary>
    public T The<T>(ICodeOf<T> code)
        where T : class, IThing<T> => Lives.Find(code) ?? throw new MissingPartException(typeof(T).Name);

    /// <summary>The thing of an identifier of the command.</summary>
    public T The<T>(IIdOf<T> id)
        where T : class, IThing<T> => Lives.Find(id) ?? throw new MissingPartException(typeof(T).Name);

    /// <summary>What the command names by its one code of a kind; null: it has no such code, or nothing bears it.</summary>
    internal T? Of<TCode, T>()
        where TCode : struct, ICodeOf<T>
        where T : class, IThing<T> => Named.One<TCode>(Wanted) is { } code ? Lives.Find(code) : null;
}

/// <summary>A rule asked for a part of the case that the desk did not load: a fault of ours, never an answer.</summary>
public sealed class MissingPartException(string part) : Exception($"The case file holds no {part}.");
