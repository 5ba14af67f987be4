namespace Medera.Lab.Donors;

/// <summary>A wristband that was voided. It opens nothing, says since when and why, and is never bound again.</summary>
/// <param name="Code">The code on it.</param>
/// <param name="Reason">Why it was voided, of the list of reasons.</param>
public sealed record FormerWristband(string Code, SubjectId Subject, DateTimeOffset Until, string? Reason)
    : IThing<FormerWristband, string>,
        IDeclared
{
    // In logs of the first editions one was bound again and voided again: the last end counts.
    private static readonly Life<FormerWristband> Life = new Life<FormerWristband>().Folds<WristbandVoided>(
        (_, fact, told) => [new FormerWristband(fact.Wristband, fact.Subject, told.At, told.Reason)]
    );

    static Declared IDeclared.Kind { get; } =
        new("former-wristband", new("former wristband", "eski bileklik"), Icon: "wrist", Page: null, Code: null, Life);

    /// <inheritdoc/>
    string IThing<FormerWristband, string>.Id => Code;
}
