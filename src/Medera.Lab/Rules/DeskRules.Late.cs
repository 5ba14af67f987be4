namespace Medera.Lab.Rules;

/// <summary>Records that are made after the act.</summary>
public static partial class DeskRules
{
    // A time is typed in whole minutes.
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // What is recorded at the bench is recorded when the hands are free: what came before may have been done that much earlier.
    private static readonly TimeSpan Lag = TimeSpan.FromHours(1);

    /// <summary>What a record made after the act needs to stand (domain §2).</summary>
    public static readonly Rule Late = new(
        "record.late",
        RuleKind.Stop,
        "21 CFR 11.10(f)",
        You,
        new Dictionary<string, LocalizedText>
        {
            ["second"] = new(
                "A late record needs a second person of the staff, who is not you.",
                "Geç kayıt için personelden sizden başka ikinci bir kişi gerekir."
            ),
            ["performed"] = new(
                "Who did it is a person of the staff who has an account here.",
                "İşlemi yapan, burada hesabı olan bir personeldir."
            ),
            ["time"] = new(
                "A late record is of the past: {happened} has not come yet.",
                "Geç kayıt geçmişe aittir: {happened} henüz gelmedi."
            ),
            ["before"] = new(
                "The batch was planned at {at}: what was done with it came after.",
                "Parti {at} tarihinde planlandı: onunla yapılanlar bundan sonradır."
            ),
            ["order"] = new(
                "What must come before it was at {at}: look at the date and the time.",
                "Bundan önce gelmesi gereken iş {at} tarihinde yapıldı: tarihe ve saate bakın."
            ),
            ["kind"] = new("This cannot be recorded after the act.", "Bu, sonradan kaydedilemez."),
            ["reason"] = new("A late record needs a reason of the list.", "Geç kayıt için listeden bir neden gerekir."),
        },
        OfLate
    );

    private static IEnumerable<Broken> OfLate(CaseFile file, Command wanted, IReadOnlyList<Fact> proposed)
    {
        if (file.Late is not { } late)
            yield break;
        if (file.Second is null || file.Second.Id == file.Actor.Id || !file.Second.Holds(People.Roles.Staff))
            yield return Late.Broken("second");
        // Whoever has left since has done it all the same.
        if (late.Performed is { } performed && (performed.Roles & People.Roles.Staff) == People.Roles.None)
            yield return Late.Broken("performed");
        if (late.Happened > file.Now.At)
            yield return Late.Broken("time", ("happened", late.Happened));
        if (file.Batch is { } batch && late.Happened < batch.PlannedAt - Minute)
            yield return Late.Broken("before", ("at", batch.PlannedAt));
        else if (LateRecords.LatestBefore(file, proposed) is { } at && late.Happened < at - Lag)
            yield return Late.Broken("order", ("at", at));
        if (!Reasons.All.Contains(late.Reason))
            yield return Late.Broken("reason");
        if (
            proposed.Count == 0
            || !proposed.All(f => LateRecords.MayBeAlone(f.GetType()))
                && (
                    proposed.Any(f => f is not (BatchFact or PlanFact or MaterialFact))
                    || !proposed.OfType<BatchFact>().Any(f => LateRecords.MayBe(f.GetType()))
                )
        )
            yield return Late.Broken("kind");
    }
}
