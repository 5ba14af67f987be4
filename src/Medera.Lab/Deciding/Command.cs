namespace Medera.Lab.Deciding;

/// <summary>What somebody wants done. One file an act, and all that belongs to it stands there. Fields are what a form or a partner sends.</summary>
public abstract record Command
{
    /// <summary>The facts wanted, in order, if nothing stood against it: it computes, and judges nothing. Empty where there is nothing to say yet; a rule then says why.</summary>
    public abstract IReadOnlyList<Fact> Propose(CaseFile file);

    /// <summary>What it looks at of the batch whose container it takes.</summary>
    public virtual Needs Needs() => Deciding.Needs.Everyone;

    /// <summary>How many new things it may make, so that as many identifiers lie ready.</summary>
    public virtual int Makes() => Named.Bound<ContainerCode>(this).Count();

    /// <summary>What it asks beside the moves and the rules.</summary>
    public virtual IEnumerable<Broken> Conditions(CaseFile file) => [];
}

/// <summary>A field whose text is personal or free: it goes to the erasable private field behind a commitment, never into the log.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrivateAttribute : Attribute
{
    /// <summary>False: it serves this one act and is kept nowhere, not even in the private field.</summary>
    public bool Kept { get; init; } = true;
}

/// <summary>A field whose text the log keeps as it is typed: so it is held to the characters and the length of a code, and no sentence gets in by it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CodeTextAttribute : Attribute
{
    /// <summary>The title of a document, which may have spaces and the letters of the house's language.</summary>
    public bool Title { get; init; }
}

/// <summary>A date as paper gives it: it lasts until that day ends in the laboratory's zone.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WholeDayAttribute : Attribute;

/// <summary>A field in microlitres, cells, percent …, for forms and for GET /commands.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnitAttribute(string unit) : Attribute
{
    /// <summary>The unit as it is printed beside the field.</summary>
    public string Unit { get; } = unit;

    /// <summary>Nothing of it cannot be: no volume of 0 µL is isolated. A count of no cells is a count like any other.</summary>
    public bool MoreThanNone { get; init; }
}

/// <summary>A list of codes of things of any kind: which kind each is of, its own text says.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CodesOfAnyKindAttribute : Attribute;

/// <summary>A field that must hold text to be complete; a reason, mostly.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AskedAttribute : Attribute;

/// <summary>The command is about a batch.</summary>
public interface INameBatch
{
    BatchId Batch { get; }
}

/// <summary>The command is about a donor or patient.</summary>
public interface INameSubject
{
    SubjectId Subject { get; }
}

/// <summary>The command may say, by the patient's code, who was given something, where that is not the patient it was kept for; null says nothing.</summary>
public interface INameRecipient
{
    string? GivenTo { get; }
}

/// <summary>The command is about a plan.</summary>
public interface INamePlan
{
    PlanId Plan { get; }
}

/// <summary>The command is about a protocol version.</summary>
public interface INameProtocol
{
    ProtocolId Protocol { get; }
}

/// <summary>The command is about an account.</summary>
public interface INamePerson
{
    PersonId Person { get; }
}

/// <summary>A name or number that people give to a new thing, and by which they call it from then on.</summary>
/// <param name="Thing">The kind of thing that it is to belong to.</param>
/// <param name="Field">The field in which it was entered, as a form names it.</param>
/// <param name="Editions">Whether the same one comes again, with another edition; one that is only read alike never does.</param>
public sealed record NewName(Type Thing, string Field, string Written, bool Editions = false);

/// <summary>The command gives a new thing its name: nothing else of its kind may be read alike.</summary>
public interface INameNew
{
    NewName NewName { get; }
}

/// <summary>A second person stands by the act with a password of their own, and is named in its event.</summary>
public interface IWitnessed
{
    /// <summary>Who may stand by it; never who does it, nor whom it is about.</summary>
    Roles Witnesses { get; }

    /// <summary>Whether it asks for one, as things stand.</summary>
    bool AsksForWitness(CaseFile file);
}

/// <summary>The command asks for a reason: a code of the pick list, or "other" with text.</summary>
public interface IReasoned
{
    string Reason { get; }
    string? ReasonText { get; }
}
