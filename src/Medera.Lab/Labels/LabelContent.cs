using System.Globalization;

namespace Medera.Lab.Labels;

/// <summary>The values that a label can show.</summary>
public enum LabelField
{
    Code,
    Batch,
    Product,
    Contents,
    Subject,
    Filled,
    Expiry,
    Storage,
    Title,
    Detail,
}

/// <summary>What is filled into a template for one label. Values that a kind does not show are null.</summary>
/// <param name="Code">What is scanned.</param>
public sealed record LabelContent(OwnCode Code)
{
    /// <summary>The batch's number, for people.</summary>
    public string? Batch { get; init; }

    /// <summary>The product's name.</summary>
    public string? Product { get; init; }

    /// <summary>What is inside: volume, cells, passage.</summary>
    public string? Contents { get; init; }

    /// <summary>A pseudonym, never a name.</summary>
    public string? Subject { get; init; }

    /// <summary>When it was filled or prepared; the offset is the laboratory's own.</summary>
    public DateTimeOffset? Filled { get; init; }

    /// <summary>Until when it may be used; the offset is the laboratory's own.</summary>
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>How it is kept.</summary>
    public string? Storage { get; init; }

    /// <summary>The name of a person, place, box, piece of equipment or command.</summary>
    public string? Title { get; init; }

    /// <summary>What belongs to the title: role, room, serial number, what the command does.</summary>
    public string? Detail { get; init; }

    /// <summary>The donor's status, which decides the statements; null where the thing has no donor.</summary>
    public DonorStatus? Donor { get; init; }

    /// <summary>The text of a value, null where it is not filled in. Instants are written with their offset, or nobody knows when they end.</summary>
    public string? TextOf(LabelField field) =>
        field switch
        {
            LabelField.Code => Code.Grouped,
            LabelField.Batch => Batch,
            LabelField.Product => Product,
            LabelField.Contents => Contents,
            LabelField.Subject => Subject,
            LabelField.Filled => Instant(Filled),
            LabelField.Expiry => Instant(Expiry),
            LabelField.Storage => Storage,
            LabelField.Title => Title,
            LabelField.Detail => Detail,
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a field of a label."),
        };

    // The same in every language: 2027-04-30 14:30 UTC+03:00.
    private static string? Instant(DateTimeOffset? at) =>
        at?.ToString("yyyy-MM-dd HH:mm 'UTC'zzz", CultureInfo.InvariantCulture);
}

/// <summary>What is known of the donor, as far as labels must say it (21 CFR 1271.55 to 1271.90).</summary>
/// <param name="Autologous">For the donor alone.</param>
/// <param name="Evaluated">All screening and testing is done, and eligibility determined.</param>
/// <param name="Reactive">What a test was reactive for, by name.</param>
/// <param name="RiskFactors">Screening found risk factors or clinical evidence.</param>
/// <param name="ToPatient">Clauses .60(d) and .65(b) apply: they say patient where .90 says recipient.</param>
/// <param name="Investigational">The country's own wording for an investigational product; null: none.</param>
public sealed record DonorStatus(
    bool Autologous,
    bool Evaluated,
    IReadOnlyList<string> Reactive,
    bool RiskFactors = false,
    bool ToPatient = false,
    LocalizedText? Investigational = null
)
{
    /// <summary>Whether the biohazard legend is demanded.</summary>
    public bool IsBiohazard => RiskFactors || Reactive.Count > 0;
}

/// <summary>The statements of one version: data with conditions, for a laboratory to approve.</summary>
public static class DonorStatements
{
    private static readonly LocalizedText AutologousOnly = new(
        "FOR AUTOLOGOUS USE ONLY",
        "YALNIZCA OTOLOG KULLANIM İÇİN"
    );
    private static readonly LocalizedText NotEvaluated = new(
        "NOT EVALUATED FOR INFECTIOUS SUBSTANCES",
        "BULAŞICI ETKENLER YÖNÜNDEN DEĞERLENDİRİLMEMİŞTİR"
    );
    private static readonly LocalizedText AdviseRecipient = new(
        "WARNING: Advise recipient of communicable disease risks",
        "UYARI: Alıcıyı bulaşıcı hastalık riskleri hakkında bilgilendirin"
    );
    private static readonly LocalizedText AdvisePatient = new(
        "WARNING: Advise patient of communicable disease risks",
        "UYARI: Hastayı bulaşıcı hastalık riskleri hakkında bilgilendirin"
    );
    private static readonly LocalizedText ReactiveFor = new(
        "WARNING: Reactive test results for {names}",
        "UYARI: Reaktif test sonuçları: {names}"
    );

    /// <summary>The word of the biohazard legend.</summary>
    public static LocalizedText Biohazard { get; } = new("BIOHAZARD", "BİYOTEHLİKE");

    /// <summary>Version of these statements and their conditions.</summary>
    public const int Version = 1;

    /// <summary>What the status demands, in the order in which it is printed; the biohazard legend apart.</summary>
    public static IReadOnlyList<string> List(DonorStatus donor, string language)
    {
        ArgumentNullException.ThrowIfNull(donor);
        var said = new List<string>();
        if (donor.Autologous)
            said.Add(AutologousOnly.In(language));
        if (!donor.Evaluated)
            said.Add(NotEvaluated.In(language));
        if (!donor.Autologous && (!donor.Evaluated || donor.IsBiohazard))
            said.Add((donor.ToPatient ? AdvisePatient : AdviseRecipient).In(language));
        if (donor.Reactive.Count > 0)
            said.Add(
                ReactiveFor.In(language).Replace("{names}", string.Join(", ", donor.Reactive), StringComparison.Ordinal)
            );
        if (donor.Investigational is { } investigational)
            said.Add(investigational.In(language));
        return said;
    }
}
