using Medera.Lab.TestSupport.Journeys;

namespace Medera.Lab.TestSupport.Sequences;

/// <summary>Where sequences start: Elif, Mert and Defne with four plans, two donors, four to six batches, each somewhere on its way.</summary>
public static class Worlds
{
    public const int Count = 32;

    private static readonly Stage[] Stages =
    [
        Stage.Planned,
        Stage.Collected,
        Stage.Started,
        Stage.Isolated,
        Stage.Passaged,
        Stage.Harvested,
        Stage.Filled,
        Stage.PutAway,
        Stage.Verified,
        Stage.UnderReview,
        Stage.TrailReviewed,
        Stage.SignedOnce,
        Stage.Released,
        Stage.Released,
        Stage.Reserved,
        Stage.TakenOut,
        Stage.SessionReady,
        Stage.Thawing,
        Stage.Thawed,
        Stage.CheckedOnce,
        Stage.Matched,
        Stage.Administering,
        Stage.Administered,
        Stage.Finished,
    ];

    private static readonly Lazy<IReadOnlyList<Laboratory>> All = new(() =>
        [.. Enumerable.Range(0, Count).Select(Made)]
    );

    /// <summary>A copy of the n-th world.</summary>
    public static Laboratory Start(int number) => All.Value[number].Copy();

    private static Laboratory Made(int number)
    {
        var dice = new Dice((ulong)number + 1);
        var lab = Laboratory.Opened(4, 10);
        foreach (var person in new[] { Staff.Ayse, Staff.Burak, Staff.Hande, Staff.Leyla })
            lab.Must(Staff.Murat, new BindBadge(person.Id, new BadgeCode(lab.NewCode(CodeKind.Badge))));
        var autologous = World.ApprovedProtocol(lab, World.Content(Origin.Autologous) with { ShelfLifeDays = 90 });
        var allogeneic = World.ApprovedProtocol(lab, World.Content(Origin.Allogeneic) with { ShelfLifeDays = 90 });
        var (elif, mert) = (World.NewPatient(lab, "Elif", donor: true), World.NewPatient(lab, "Mert", donor: true));
        var defne = World.NewPatient(lab, "Defne", donor: false);
        var (kaan, nazli) = (World.NewDonor(lab, "Kaan"), World.NewDonor(lab, "Nilay"));
        foreach (
            var (donor, patient, protocol) in new[]
            {
                (elif, elif, autologous),
                (mert, mert, autologous),
                (kaan, defne, allogeneic),
                (nazli, mert, allogeneic),
            }
        )
        {
            World.Eligible(lab, donor, protocol);
            var journey = new Journey
            {
                Lab = lab,
                Protocol = protocol,
                Donor = donor,
                Patient = patient,
                Plan = World.NewPlan(lab, patient, protocol),
            };
            journey.GoOn(Stage.Planned, Stages[dice.Roll(Stages.Length)]);
            lab.Later(1 + dice.Roll(9));
        }
        return lab;
    }
}

/// <summary>Chance out of one number, so that a sequence can be made again and made smaller.</summary>
public struct Dice(ulong seed)
{
    private ulong state = seed;

    public int Roll(int sides)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)sides);
    }

    public T From<T>(IReadOnlyList<T> of) => of[Roll(of.Count)];

    public T One<T>(params ReadOnlySpan<T> of) => of[Roll(of.Length)];

    public bool Hits(int percent) => Roll(100) < percent;
}
