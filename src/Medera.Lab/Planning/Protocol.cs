using static Medera.Lab.Planning.ProtocolState;

namespace Medera.Lab.Planning;

/// <summary>One approved version of a treatment protocol.</summary>
public readonly record struct ProtocolId(Guid Value) : IIdOf<Protocol>;

/// <summary>Where the cells come from: the patient or a donor.</summary>
public enum Origin
{
    Autologous,
    Allogeneic,
}

/// <summary>How the product enters the body. IV: into a vein. Intrathecal: into the cerebrospinal fluid.</summary>
public enum Route
{
    Intravenous,
    Intrathecal,
}

/// <summary>The life of a protocol version.</summary>
public enum ProtocolState
{
    Draft,
    Approved,
    Retired,
}

/// <summary>Whether a release waits for a test.</summary>
public enum Requirement
{
    Mandatory,
    Informative,
}

/// <summary>A route that the protocol allows, with its largest volume for one session in microlitres.</summary>
public sealed record RouteLimit(Route Route, [property: Unit("µL")] long MaxVolumeUl);

/// <summary>One line of the specification. A number is judged by its limits, a text by the expected word.</summary>
/// <param name="Unit">Unit of a numeric test: "%", "EU/mL".</param>
public sealed record TestLimit(
    string Test,
    Requirement Requirement,
    decimal? Min,
    decimal? Max,
    string? Expected,
    string Unit
)
{
    // No thousands: a decimal comma would be read as one, and 79,5 as 795.
    private const System.Globalization.NumberStyles Plain =
        System.Globalization.NumberStyles.AllowLeadingWhite
        | System.Globalization.NumberStyles.AllowTrailingWhite
        | System.Globalization.NumberStyles.AllowLeadingSign
        | System.Globalization.NumberStyles.AllowDecimalPoint;

    /// <summary>Whether a value, as entered, meets the line. A value that cannot be read as the line wants it fails.</summary>
    public bool Passes(string value)
    {
        if (Expected is not null)
            return string.Equals(value.Trim(), Expected, StringComparison.OrdinalIgnoreCase);
        return decimal.TryParse(value, Plain, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && (Min is null || number >= Min)
            && (Max is null || number <= Max);
    }
}

/// <summary>What an approved protocol lays down. Cells are counts, volumes microlitres, percentages decimals.</summary>
/// <param name="CellsPerKg">Dose basis: viable cells by fill count for each kilogram of the day's weight (rule R29).</param>
/// <param name="DoseCapCells">Largest dose of one session.</param>
/// <param name="DoseRoundCells">Doses are rounded down to a multiple of this.</param>
/// <param name="TolerancePercent">How far the volume given may lie from the volume that holds the dose (rule R5).</param>
/// <param name="CountTolerancePercent">How far a new count may lie from the last before it is flagged (rule R15).</param>
/// <param name="Signatures">How many different people sign a release (rule R9).</param>
/// <param name="DonorTests">The tests asked of a donor (rule R12); null: those that are asked of every donor.</param>
public sealed record ProtocolContent(
    string Product,
    Origin Origin,
    string Tissue,
    IReadOnlyList<RouteLimit> Routes,
    [property: Unit("cells/kg")] long CellsPerKg,
    [property: Unit("cells")] long DoseCapCells,
    [property: Unit("cells")] long DoseRoundCells,
    [property: Unit("%")] decimal TolerancePercent,
    int Sessions,
    int MaxPassage,
    decimal MaxDoublings,
    [property: Unit("%")] decimal CountTolerancePercent,
    IReadOnlyList<TestLimit> Specification,
    [property: Unit("d")] int ShelfLifeDays,
    [property: Unit("min")] int MinutesAfterThaw,
    [property: Unit("h")] int WeightAgeHours,
    string EthicsNumber,
    DateTimeOffset EthicsUntil,
    int Signatures,
    IReadOnlyList<DonorTest>? DonorTests = null
);

/// <summary>A versioned protocol: drafted, approved by signature, retired; never edited.</summary>
public sealed record Protocol(ProtocolId Id, string Code, int Edition, ProtocolState State, ProtocolContent Content)
    : IThing<Protocol, ProtocolId>,
        IDeclared
{
    private static readonly Life<Protocol, ProtocolState> Life = new Life<Protocol, ProtocolState>(
        state: protocol => protocol.State,
        moved: (protocol, to, _) => protocol with { State = to }
    )
        .Begins<ProtocolDrafted>((fact, _) => new Protocol(fact.Protocol, fact.Code, fact.Edition, Draft, fact.Content))
        .Moved<ProtocolApproved>(fact => fact.Protocol, Approved, from: [Draft])
        .Moved<ProtocolRetired>(fact => fact.Protocol, Retired, from: [Approved]);

    static Declared IDeclared.Kind { get; } =
        new("protocol", new("protocol", "protokol"), Icon: "doc", Page: null, Code: null, Life);

    string? IThing.Called => Code;
}

/// <summary>What happens to a protocol version.</summary>
public abstract record ProtocolFact(ProtocolId Protocol) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => new("protocol", Protocol.Value);
}
