namespace Medera.Lab.Deciding;

/// <summary>What stands of an act that was scanned while nothing answered. There is no answer by default.</summary>
public enum Offline
{
    /// <summary>Decided as always; overtaken by what was recorded of its containers since.</summary>
    Decided,

    /// <summary>Decided as always, whatever happened to its containers since: it says nothing of them.</summary>
    DecidedThoughMoved,

    /// <summary>Whose a wristband is, is checked only while connected.</summary>
    Identity,

    /// <summary>Nothing is prepared for a patient or given so.</summary>
    Administration,

    /// <summary>Whether a lot may be used is checked only while connected.</summary>
    Material,

    /// <summary>Nothing is signed so.</summary>
    Signature,
}

/// <summary>Where an act is offered to who may do it. What two scans do is offered nowhere.</summary>
public enum Offered
{
    Nowhere,

    /// <summary>Where the list of its things stands: it makes a new one.</summary>
    WithTheList,

    /// <summary>On the page of its thing, in the states that it has a move for.</summary>
    WithTheThing,
}

/// <summary>An act: its name for screens and partners, who may ask for it, its words, and what stands of it when it was scanned offline.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ActAttribute(string name, Roles may, string en, string tr, Offline offline, Offered offered)
    : VerbAttribute(name, may)
{
    /// <summary>What it is called on forms and cards.</summary>
    public Say Words { get; } = new(en, tr);

    /// <summary>What stands of it when it was scanned offline.</summary>
    public Offline Offline { get; } = offline;

    /// <summary>Where it is offered.</summary>
    public Offered Offered { get; } = offered;

    /// <summary>Its place among the acts offered beside it: in the order of the work.</summary>
    public int Place { get; init; }

    /// <summary>Whether its form offers to record it late.</summary>
    public bool Late { get; init; }
}

/// <summary>What somebody wants done: one file an act, and all that belongs to it stands there.</summary>
public abstract record Act : Command
{
    /// <summary>The facts wanted, in order, if nothing stood against it. It computes, and judges nothing.</summary>
    public abstract override IReadOnlyList<Fact> Propose(CaseFile file);
}

/// <summary>A field whose code is stuck on something new: nobody knows it yet.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BindsAttribute : Attribute;

/// <summary>The states of its thing in which an act is offered; without it, in all.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class InAttribute(params object[] states) : Attribute
{
    /// <summary>The states.</summary>
    public IReadOnlyList<Enum> States { get; } = [.. states.Cast<Enum>()];
}
