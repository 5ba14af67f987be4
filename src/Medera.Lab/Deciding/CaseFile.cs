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
/// All that one decision may look at, locked and loaded by the desk before it; nothing is fetched later. A part that a
/// command needs and the file does not hold throws (<see cref="MissingPartException"/>): it never passes for "nothing wrong".
/// </summary>
/// <param name="Signed">The signature that the desk established, where the command asks one.</param>
/// <param name="BatchVersion">Head of the batch's stream when the rows were locked.</param>
public sealed record CaseFile(
    Moment Now,
    Person Actor,
    Person? Second,
    Station At,
    Lives Lives,
    Signature? Signed = null,
    LateRecord? Late = null,
    int BatchVersion = 0
)
{
    /// <summary>The command.</summary>
    public Command? Wanted { get; init; }

    /// <summary>The batch that the command is about.</summary>
    public Batch? Batch { get; init; }

    /// <summary>The one container that the command is about.</summary>
    public Container? Container { get; init; }

    /// <summary>The containers that the command takes.</summary>
    public IReadOnlyList<Container> Taken { get; init; } = [];

    /// <summary>Codes that name nothing known.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Codes meant for new containers that are bound already.</summary>
    public IReadOnlyList<string> BoundBefore { get; init; } = [];

    /// <summary>The subject that the command names.</summary>
    public Subject? Subject { get; init; }

    /// <summary>Whoever wears the wristband scanned; null where nobody does.</summary>
    public Subject? Wearer { get; init; }

    /// <summary>Who was really given something, where the command says so; null where it says nothing or names nobody here.</summary>
    public Subject? Recipient { get; init; }

    /// <summary>How many batches are planned for the wearer: a collection must know which one.</summary>
    public int PlannedForWearer { get; init; }

    /// <summary>The donor of the batch.</summary>
    public Subject? Donor { get; init; }

    public Protocol? Protocol { get; init; }
    public Plan? Plan { get; init; }
    public Position? Position { get; init; }

    /// <summary>The container that lies at the position, or null.</summary>
    public Container? Occupant { get; init; }

    /// <summary>The current results of the batch.</summary>
    public IReadOnlyList<Result> Results { get; init; } = [];

    /// <summary>The deviations of the batch, closed ones included.</summary>
    public IReadOnlyList<Deviation> Deviations { get; init; } = [];

    /// <summary>
    /// Whether a signed checkpoint covers the batch's release. Asked for where a product leaves; the desk fills it in for what is released.
    /// </summary>
    public bool? ReleaseSealed { get; init; }

    /// <summary>What an erasure takes away; the desk counts it under the locks.</summary>
    public Erasure Erasing { get; init; } = Erasure.Nothing;

    /// <summary>
    /// When a device without a connection read the scan that wants this, by its clock set to the desk's, and never after <see cref="Now"/>;
    /// null: the desk heard it at once.
    /// </summary>
    public DateTimeOffset? OfflineAt { get; init; }

    /// <summary>The account that the command names.</summary>
    public Person? Person { get; init; }

    /// <summary>The version of a label template that the command names.</summary>
    public TemplateVersion? Template { get; init; }

    /// <summary>The label that the command names.</summary>
    public Label? Label { get; init; }

    /// <summary>The thing that bears a code of the command.</summary>
    public T The<T>(ICodeOf<T> code)
        where T : class, IThing<T> => Lives.Find(code) ?? throw new MissingPartException(typeof(T).Name);

    /// <summary>What lays labels out: the desk gives it to commands that print or approve.</summary>
    public LabelMeans? Means { get; init; }

    /// <summary>The lot of material that the command names.</summary>
    public Material? Material { get; init; }

    /// <summary>The tray that the command names; null where nobody knows it yet.</summary>
    public Tray? Tray { get; init; }

    /// <summary>The lots that lie on the tray, in their order, where all of them are used.</summary>
    public IReadOnlyList<Material> OnTray { get; init; } = [];

    public Material TheMaterial => Material ?? throw new MissingPartException("lot of material");
    public TemplateVersion TheTemplate => Template ?? throw new MissingPartException("label template");
    public Label TheLabel => Label ?? throw new MissingPartException("label");
    public LabelMeans TheMeans => Means ?? throw new MissingPartException("means of laying out labels");

    /// <summary>Whoever carries the badge scanned; null where nobody does.</summary>
    public Person? Bearer { get; init; }

    /// <summary>The container that was named as lying beside another one.</summary>
    public Container? Neighbour { get; init; }

    public Batch TheBatch => Batch ?? throw new MissingPartException("batch");
    public Container TheContainer => Container ?? throw new MissingPartException("container");
    public Subject TheSubject => Subject ?? throw new MissingPartException("subject");
    public Subject TheDonor => Donor ?? throw new MissingPartException("donor");
    public Protocol TheProtocol => Protocol ?? throw new MissingPartException("protocol");
    public Plan ThePlan => Plan ?? throw new MissingPartException("plan");
    public Position ThePosition => Position ?? throw new MissingPartException("position");
    public bool TheReleaseSealed => ReleaseSealed ?? throw new MissingPartException("seal of the release");
    public Person ThePerson => Person ?? throw new MissingPartException("account");

    /// <summary>The session that the container is kept for, where there is one.</summary>
    public Session? Session =>
        Plan is { } plan && Container?.Reserved is { } reserved && reserved.Plan == plan.Id
            ? plan.Session(reserved.Session)
            : null;

    /// <summary>Puts the file together from the lives at hand: the same for the desk and for a test.</summary>
    public static CaseFile Open(
        Command wanted,
        Moment now,
        Person actor,
        Person? second,
        Station at,
        Lives lives,
        Signature? signed = null,
        LateRecord? late = null,
        int batchVersion = 0
    )
    {
        var label = wanted is INameLabel printed ? lives.Labels.GetValueOrDefault(printed.Label) : null;
        var container =
            wanted is INameContainer named ? lives.ByCode(named.Container)
            : label?.Container is { } bearing ? lives.Containers.GetValueOrDefault(bearing)
            : null;
        var taken =
            wanted is INameContainers many ? many.Taken.Select(lives.ByCode).OfType<Container>().ToList()
            : container is null ? []
            : [container];
        var position = wanted is INamePosition place
            ? lives.Positions.Values.FirstOrDefault(p => p.Code == place.Position)
            : null;
        var wristband = wanted switch
        {
            INameWristband worn => worn.Wristband,
            BindWristband bound => bound.Wristband,
            _ => null,
        };
        var wearer = wristband is null ? null : lives.Subjects.Values.FirstOrDefault(s => s.Wristband == wristband);
        var batch = BatchOf(wanted, lives, container, wearer);
        var plan =
            wanted is INamePlan planned ? lives.Plans.GetValueOrDefault(planned.Plan)
            : container?.Reserved is { } reserved ? lives.Plans.GetValueOrDefault(reserved.Plan)
            : null;
        var subject =
            wanted is INameSubject about ? lives.Subjects.GetValueOrDefault(about.Subject)
            : plan is not null ? lives.Subjects.GetValueOrDefault(plan.Patient)
            : null;
        var material = wanted is INameMaterial used
            ? lives.Materials.Values.FirstOrDefault(m => m.Code == used.Material)
            : null;
        var tray = wanted is INameTray laid ? lives.Trays.Values.FirstOrDefault(t => t.Code == laid.Tray) : null;
        var protocol =
            wanted is INameProtocol under ? lives.Protocols.GetValueOrDefault(under.Protocol)
            : batch is not null ? lives.Protocols.GetValueOrDefault(batch.Protocol)
            : plan is not null ? lives.Protocols.GetValueOrDefault(plan.Protocol)
            : null;
        return new CaseFile(now, actor, second, at, lives, signed, late, batchVersion)
        {
            Wanted = wanted,
            Batch = batch,
            Container = container,
            Taken = taken,
            Unknown =
            [
                .. UnknownOf(wanted, lives, container, position, wearer),
                .. UnknownMaterials(wanted, material, tray),
            ],
            BoundBefore = wanted is IBindCodes binds
                ? [.. binds.Bound.Where(c => lives.ByCode(c) is not null || lives.FormerCodes.ContainsKey(c))]
                : [],
            Subject = subject,
            Wearer = wearer,
            Recipient = wanted is INameRecipient { GivenTo: { } to } ? RecipientOf(lives, to) : null,
            PlannedForWearer = wearer is null
                ? 0
                : lives.Batches.Values.Count(b => b.Donor == wearer.Id && b.State == BatchState.Planned),
            Donor = batch is null ? null : lives.Subjects.GetValueOrDefault(batch.Donor),
            Protocol = protocol,
            Plan = plan,
            Position = position,
            Occupant = position is null ? null : lives.Containers.Values.FirstOrDefault(c => c.Position == position.Id),
            Results = batch is null ? [] : [.. lives.Results.Values.Where(r => r.Batch == batch.Id && r.Current)],
            Deviations = batch is null ? [] : [.. lives.Deviations.Values.Where(d => d.Batch == batch.Id)],
            Person = wanted is INamePerson who ? lives.People.GetValueOrDefault(who.Person) : null,
            Template = wanted is INameTemplate designed ? lives.Templates.GetValueOrDefault(designed.Template) : null,
            Label = label,
            Material = material,
            Tray = tray,
            OnTray =
                tray is null || wanted is not ConsumeTray ? [] : [.. tray.Lots.Select(lot => lives.Materials[lot])],
            Bearer = wanted is INameBadge carried
                ? lives.People.Values.FirstOrDefault(p => p.Badge == carried.Badge)
                : null,
            Neighbour = wanted is IdentifyContainer { Neighbour: { } beside } ? lives.ByCode(beside) : null,
        };
    }

    /// <summary>A lot is received under a code that nobody knows yet, and a tray begins with the first lot that is laid on it.</summary>
    private static IEnumerable<string> UnknownMaterials(Command wanted, Material? material, Tray? tray)
    {
        if (wanted is INameMaterial m and not ReceiveMaterial && material is null)
            yield return m.Material;
        if (wanted is INameTray t and not LayOnTray && tray is null)
            yield return t.Tray;
    }

    private static Batch? BatchOf(Command wanted, Lives lives, Container? container, Subject? wearer)
    {
        if (wanted is INameBatch named)
            return lives.Batches.GetValueOrDefault(named.Batch);
        if (container is not null)
            return lives.Batches.GetValueOrDefault(container.Batch);
        // A collection names the donor only: the batch is the one planned for whoever wears the wristband.
        return wanted is CompleteCollection && wearer is not null
            ? lives
                .Batches.Values.Where(b => b.Donor == wearer.Id && b.State == BatchState.Planned)
                .OrderBy(b => b.Number, StringComparer.Ordinal)
                .FirstOrDefault()
            : null;
    }

    private static Subject? RecipientOf(Lives lives, string code) =>
        lives.Subjects.Values.FirstOrDefault(s => s.Patient && s.Code == code.Trim());

    private static IEnumerable<string> UnknownOf(
        Command wanted,
        Lives lives,
        Container? container,
        Position? position,
        Subject? wearer
    )
    {
        if (wanted is INameContainer c && container is null)
            yield return c.Container;
        if (wanted is INamePosition p && position is null)
            yield return p.Position;
        if (wanted is INameWristband w && wearer is null)
            yield return w.Wristband;
        if (wanted is INameContainers many)
            foreach (var code in many.Taken.Where(code => lives.ByCode(code) is null))
                yield return code;
        if (wanted is INameBatch b && !lives.Batches.ContainsKey(b.Batch))
            yield return b.Batch.Value.ToString();
        if (wanted is INameSubject s && !lives.Subjects.ContainsKey(s.Subject))
            yield return s.Subject.Value.ToString();
        if (wanted is INameRecipient { GivenTo: { } to } && RecipientOf(lives, to) is null)
            yield return to;
        if (wanted is INamePlan l && !lives.Plans.ContainsKey(l.Plan))
            yield return l.Plan.Value.ToString();
        if (wanted is INameProtocol o && !lives.Protocols.ContainsKey(o.Protocol))
            yield return o.Protocol.Value.ToString();
        if (wanted is INameTemplate t && !lives.Templates.ContainsKey(t.Template))
            yield return t.Template.Value.ToString();
        if (wanted is INameLabel r && !lives.Labels.ContainsKey(r.Label))
            yield return r.Label.Value.ToString();
        // A badge that is given out is known to nobody yet.
        if (wanted is INameBadge named and not PeopleAct && lives.People.Values.All(x => x.Badge != named.Badge))
            yield return named.Badge;
        foreach (var code in Named.In(wanted))
            if (code is not ContainerCode && lives.ShelfOf(code.Thing)?.FindByCode(code.Text) is null)
                yield return code.Text;
        if (wanted is IdentifyContainer { Neighbour: { } near } && lives.ByCode(near) is null)
            yield return near;
        if (wanted is INamePerson a && !lives.People.ContainsKey(a.Person))
            yield return a.Person.Value.ToString();
    }
}

/// <summary>A rule asked for a part of the case that the desk did not load: a fault of ours, never an answer.</summary>
public sealed class MissingPartException(string part) : Exception($"The case file holds no {part}.");
