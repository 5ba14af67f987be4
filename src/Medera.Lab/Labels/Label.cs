namespace Medera.Lab.Labels;

/// <summary>One printed label.</summary>
public readonly record struct LabelId(Guid Value) : IIdOf<Label>;

/// <summary>Where a printed label stands; only the table of moves leads from one to the next. Applied: stuck on and scanned back.</summary>
public enum LabelState
{
    Printed,
    Applied,
    Voided,
    Destroyed,
}

/// <summary>How what is inside is kept, as a label says it.</summary>
public enum KeptAt
{
    BelowMinus150,
    TwoToEight,
    FifteenToTwentyFive,
}

/// <summary>An instant with the laboratory's own offset on that day: a label says both, and says the same for ever.</summary>
/// <param name="Offset">Minutes ahead of UTC.</param>
public sealed record ZonedTime(DateTimeOffset At, int Offset)
{
    /// <summary>The instant as the laboratory's zone has it.</summary>
    public static ZonedTime From(DateTimeOffset local) => new(local.ToUniversalTime(), (int)local.Offset.TotalMinutes);

    /// <summary>The instant in that zone.</summary>
    public DateTimeOffset ToLocal() => At.ToOffset(TimeSpan.FromMinutes(Offset));
}

/// <summary>What was filled into a label when it was printed: kept, so that the same label can be drawn at any time.</summary>
/// <param name="Language">en or tr.</param>
/// <param name="Dpi">203 or 300 dots an inch: the printer that it was laid out for.</param>
/// <param name="Subject">A pseudonym, never a name.</param>
/// <param name="Autologous">For the donor alone; null where the thing has no donor.</param>
/// <param name="Evaluated">All screening and testing of the donor is recorded as done; null where the thing has no donor.</param>
/// <param name="Reactive">What a test of the donor was reactive for; null: nothing. Labels of one print share one list, as records compare it by reference.</param>
/// <param name="RiskFactors">True: screening of the donor found something.</param>
/// <param name="ToPatient">True: the statement says patient (21 CFR 1271.60(d), .65(b)), not recipient.</param>
public sealed record LabelWords(
    string Language,
    int Dpi,
    string? Batch = null,
    string? Product = null,
    string? Contents = null,
    string? Subject = null,
    ZonedTime? Filled = null,
    ZonedTime? Expiry = null,
    KeptAt? Storage = null,
    string? Title = null,
    string? Detail = null,
    bool? Autologous = null,
    bool? Evaluated = null,
    IReadOnlyList<DonorTest>? Reactive = null,
    bool? RiskFactors = null,
    bool? ToPatient = null
)
{
    /// <summary>The content for a template, with the code that is printed.</summary>
    public LabelContent ContentOf(OwnCode code) =>
        new(code)
        {
            Batch = Batch,
            Product = Product,
            Contents = Contents,
            Subject = Subject,
            Filled = Filled?.ToLocal(),
            Expiry = Expiry?.ToLocal(),
            Storage = Storage is { } kept ? LabelFilling.Kept(kept).In(Language) : null,
            Title = Title,
            Detail = Detail,
            Donor =
                Autologous is { } own && Evaluated is { } evaluated
                    ? new DonorWords(own, evaluated, Reactive, RiskFactors, ToPatient).In(Language)
                    : null,
        };
}

/// <summary>A label: paper of its own, with a life of its own. A container bears one live label at most (rule R14).</summary>
/// <param name="Batch">Null for what belongs to no batch: a place, a station, equipment, a badge, a command card.</param>
/// <param name="Code">What is printed on it to be scanned.</param>
/// <param name="LastBy">Who moved it last.</param>
/// <param name="Replaces">The label that was voided for it.</param>
public sealed record Label(
    LabelId Id,
    BatchId? Batch,
    ContainerId? Container,
    string Code,
    LabelKind Kind,
    LabelTemplateId Template,
    LabelState State,
    DateTimeOffset PrintedAt,
    DateTimeOffset Since,
    PersonId LastBy,
    LabelId? Replaces,
    LabelWords Words
) : IThing<Label, LabelId>, IDeclared
{
    private static readonly Life<Label, LabelState> Life = new Life<Label, LabelState>(
        state: label => label.State,
        moved: (label, to, told) => label with { State = to, Since = told.At, LastBy = told.By }
    )
        .BeginsMany<LabelsPrinted>(
            (fact, told) =>
                fact.Labels.Select(one => OfBatch(told, fact.Batch, fact.Template, fact.Kind, fact.Words, one, null))
        )
        .Begins<LabelReprinted>(
            (fact, told) => OfBatch(told, fact.Batch, fact.Template, fact.Kind, fact.Words, fact.Label, fact.Replaces)
        )
        .Begins<ThingLabelPrinted>(
            (fact, told) =>
                new Label(
                    fact.Label,
                    Batch: null,
                    Container: null,
                    fact.Code,
                    fact.Kind,
                    fact.Template,
                    LabelState.Printed,
                    PrintedAt: told.At,
                    Since: told.At,
                    LastBy: told.By,
                    Replaces: null,
                    fact.Words
                )
        )
        .Moved<LabelApplied>(fact => fact.Label, LabelState.Applied, from: [LabelState.Printed])
        .Moved<LabelVoided>(fact => fact.Label, LabelState.Voided, from: [LabelState.Printed, LabelState.Applied])
        .Moved<LabelDestroyed>(fact => fact.Label, LabelState.Destroyed, from: [LabelState.Voided]);

    static Declared IDeclared.Kind { get; } =
        new("label", new("label", "etiket"), Icon: "print", Page: null, Code: null, Life);

    string? IThing.Called => Code;

    /// <summary>Whether the container counts it as its label.</summary>
    public bool Live => State is LabelState.Printed or LabelState.Applied;

    private static Label OfBatch(
        Recorded told,
        BatchId batch,
        LabelTemplateId template,
        LabelKind kind,
        LabelWords words,
        PrintedLabel one,
        LabelId? replaces
    ) =>
        new(
            one.Id,
            batch,
            one.Container,
            one.Code,
            kind,
            template,
            LabelState.Printed,
            PrintedAt: told.At,
            Since: told.At,
            LastBy: told.By,
            replaces,
            words with
            {
                Contents = one.Contents,
                Filled = one.Filled,
            }
        );
}

/// <summary>The labels of a batch, counted: issued = applied + voided and destroyed, or the batch does not go to review.</summary>
/// <param name="Issued">Printed and reprinted.</param>
/// <param name="Voided">Voided, and the paper not destroyed yet.</param>
/// <param name="ReconciledAt">When somebody counted at the bench and it came out, or QA decided; nothing has happened to a label since.</param>
public sealed record LabelCounts(int Issued, int Applied, int Voided, int Destroyed, DateTimeOffset? ReconciledAt)
{
    /// <summary>No label yet.</summary>
    public static readonly LabelCounts None = new(0, 0, 0, 0, null);

    /// <summary>Printed and not scanned back.</summary>
    public int Waiting => Issued - Applied - Voided - Destroyed;

    /// <summary>Labels were printed and are not reconciled.</summary>
    public bool Open => Issued > 0 && ReconciledAt is null;
}

/// <summary>One label of a print.</summary>
public sealed record PrintedLabel(LabelId Id, ContainerId Container, string Code, string? Contents, ZonedTime? Filled);

/// <summary>What happens to the labels of a batch. They live in its stream: its trail review covers them, and its lock orders them.</summary>
public abstract record LabelFact(BatchId Batch) : BatchFact(Batch);

[FactName("label.voided")]
[Said("{container}: label voided.", "{container}: etiket geçersiz kılındı.")]
public sealed record LabelVoided(BatchId Batch, LabelId Label, ContainerId Container) : LabelFact(Batch);

/// <summary>A label of something that belongs to no batch: it has a stream of its own, and ends with its print.</summary>
public abstract record ThingLabelFact(LabelId Label) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.For(Label);
}
