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

    /// <summary>A label is replaced only while connected, so that its code is known to be free.</summary>
    Label,

    /// <summary>A card confirms only what the screen has asked.</summary>
    Confirmation,

    /// <summary>Nothing is reviewed or released so.</summary>
    Release,

    /// <summary>Nothing is signed so.</summary>
    Signature,
}

/// <summary>How an act is offered on the page of a thing, to who may do it. What two scans do is offered nowhere.</summary>
public enum Offer
{
    /// <summary>Where the list of its things stands: it makes a new one.</summary>
    New,

    /// <summary>As a card.</summary>
    Daily,

    /// <summary>In the quiet list of what is rarely wanted: putting right, recording late, ending, destroying.</summary>
    Rarely,
}

/// <summary>
/// An act: its name for screens and partners, who may ask for it, its words, what stands of it when it was scanned offline, and the
/// meaning of its signature where one is asked (domain §4, "Where the signature is asked").
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ActAttribute(string name, Roles may, string en, string tr, Offline offline) : Attribute
{
    /// <summary>area.verb, for example "processing.fill".</summary>
    public string Name { get; } = name;

    /// <summary>Any of these roles; judged by the desk from the database.</summary>
    public Roles May { get; } = may;

    /// <summary>What it is called on forms and cards.</summary>
    public LocalizedText Words { get; } = new(en, tr);

    /// <summary>What stands of it when it was scanned offline.</summary>
    public Offline Offline { get; } = offline;

    /// <summary>What the signature says; null: no signature is asked.</summary>
    public string? Signs { get; init; }

    /// <summary>
    /// Whether its form offers to record what was done before it could be recorded. A decision does not: it is given when it is given.
    /// The desk judges a late record all the same.
    /// </summary>
    public bool Late { get; init; }
}

/// <summary>Where an act is offered: drawn where the life has a move for it; whether it may be is asked of the desk when it is sent.</summary>
/// <param name="thing">On the page of which kind of thing.</param>
/// <param name="place">Among those offered beside it, in the order of the work: what puts right first, what ends something last.</param>
/// <param name="states">The states of the thing in which it is offered, where no move of its life says so.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class OfferedAttribute(Type thing, Offer how, int place, params object[] states) : Attribute
{
    /// <summary>The kind of thing.</summary>
    public Type Thing { get; } = thing;

    /// <summary>How.</summary>
    public Offer How { get; } = how;

    /// <summary>Its place.</summary>
    public int Place { get; } = place;

    /// <summary>The states; none: <see cref="By"/> says where.</summary>
    public IReadOnlyList<Enum> States { get; } = [.. states.Cast<Enum>()];

    /// <summary>The fact whose moves say in which states it is offered.</summary>
    public Type? By { get; init; }
}

/// <summary>On the worklist of those who may do it: the batches or product containers that wait for it are those in these states.</summary>
/// <param name="place">In the order of the work.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class WaitedForAttribute(int place, params object[] states) : Attribute
{
    /// <summary>Its place.</summary>
    public int Place { get; } = place;

    /// <summary>The states of batches.</summary>
    public IReadOnlyList<BatchState> Batches { get; } = [.. states.OfType<BatchState>()];

    /// <summary>The states of product containers.</summary>
    public IReadOnlyList<ContainerState> Containers { get; } = [.. states.OfType<ContainerState>()];
}

/// <summary>A field whose code is stuck on something new: nobody knows it yet.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BindsAttribute : Attribute;
