using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.TestSupport.Sequences;

/// <summary>One thing that somebody tries.</summary>
public sealed record Attempt(
    Person Who,
    Command Wanted,
    LateRecord? Late = null,
    Person? Second = null,
    bool Signed = true
);

/// <summary>Reads numbers as attempts, against what is there now: mostly what comes next somewhere, sometimes what must be stopped.</summary>
public sealed partial class Attempts
{
    private readonly Laboratory lab;
    private readonly List<BatchId> batches;
    private readonly List<string> codes;
    private readonly List<PlanId> plans;
    private readonly List<SubjectId> subjects;
    private Dice dice;

    public Attempts(Laboratory lab)
    {
        this.lab = lab;
        // In the order of their making: a dictionary's own order is no sequence's.
        batches = [.. lab.Lives.Batches.Keys.OrderBy(b => b.Value)];
        codes = [.. lab.Lives.Containers.Values.OrderBy(c => c.Id.Value).Select(c => c.Code)];
        plans = [.. lab.Lives.Plans.Keys.OrderBy(p => p.Value)];
        subjects = [.. lab.Lives.Subjects.Keys.OrderBy(s => s.Value)];
    }

    /// <summary>What the number means here and now. Time goes on, mostly by minutes.</summary>
    public Attempt Next(ulong number)
    {
        dice = new Dice(number);
        lab.Later(
            dice.Roll(200) switch
            {
                < 150 => TimeSpan.FromSeconds(dice.Roll(240)),
                < 185 => TimeSpan.FromMinutes(dice.Roll(15)),
                < 196 => TimeSpan.FromMinutes(20 + dice.Roll(140)),
                < 199 => TimeSpan.FromHours(dice.Roll(30)),
                _ => TimeSpan.FromDays(dice.Roll(100)),
            }
        );
        return dice.Hits(85) ? Possible(dice.From(batches)) : Hostile();
    }

    /// <summary>What was made is known from now on.</summary>
    public void Learn(IEnumerable<Medera.Lab.Custody.Fact> made)
    {
        foreach (var fact in made)
        {
            switch (fact)
            {
                case BatchPlanned f:
                    batches.Add(f.Batch);
                    break;
                case VesselDivided f:
                    codes.Add(f.Code);
                    break;
                case ContainerRelabelled f:
                    codes[codes.IndexOf(f.From)] = f.Code;
                    break;
                case CollectionCompleted f:
                    codes.Add(f.Code);
                    break;
                case CellsSeeded f:
                    codes.AddRange(f.Vessels.Select(v => v.Code));
                    break;
                case CellsPassaged f:
                    codes.AddRange(f.Vessels.Select(v => v.Code));
                    break;
                case ContainersFilled f:
                    codes.AddRange(f.Products.Concat(f.Samples).Concat(f.Retentions).Select(c => c.Code));
                    break;
                case PlanMade f:
                    plans.Add(f.Plan);
                    break;
            }
        }
    }

    private Person Technician => dice.One(Ayse, Burak);
    private Person Nurse => dice.One(Hande, Irem);
    private Person Tester => dice.One(Ceren, Deniz);
    private Person Releaser => dice.One(Fatma, Gokhan);

    private string NewCode() => lab.NewCode(CodeKind.Container);

    private string[] NewCodes(int count) => lab.NewCodes(CodeKind.Container, count);

    private List<string> CodesOf(BatchId batch, ContainerKind kind, ContainerState state) =>
        [
            .. codes.Where(code =>
                lab.Lives.ByCode(code) is { } c && c.Batch == batch && c.Kind == kind && c.State == state
            ),
        ];

    private string FreePlace()
    {
        var taken = lab.Lives.Containers.Values.Select(c => c.Position).ToHashSet();
        return (lab.Positions.FirstOrDefault(p => !taken.Contains(p.Id)) ?? lab.Positions[0]).Code;
    }

    private Attempt Possible(BatchId id)
    {
        var batch = lab.Lives.Batches[id];
        return batch.State switch
        {
            BatchState.Planned => new(
                dice.One(Ayse, Burak, Kemal),
                new CompleteCollection(new(lab.Lives.Subjects[batch.Donor].Wristband ?? "MLW000000000"), new(NewCode()))
            ),
            BatchState.Collected => new(Technician, World.Receive(codes.First(c => lab.Lives.ByCode(c)!.Batch == id))),
            BatchState.Received => new(Technician, new StartProcessing(id, true)),
            BatchState.InProcess => InProcess(batch),
            BatchState.Filled => new(Technician, new FreezeBatch(id)),
            BatchState.Quarantine => Testing(batch),
            BatchState.UnderReview => Reviewing(batch),
            BatchState.Released => dice.Hits(2)
                ? new(Emre, new RevokeRelease(id, "out-of-specification", null))
                : WithVials(batch),
            BatchState.Rejected or BatchState.Terminated or BatchState.Depleted => Closing(batch),
            _ => dice.Hits(20) && batches.Count < 7
                ? new(Kemal, new PlanBatch($"MSC-26-{lab.History.Count:D4}", batch.Donor, batch.Protocol))
                : AnythingElse(),
        };
    }

    private Attempt InProcess(Batch batch)
    {
        if (CodesOf(batch.Id, ContainerKind.Collection, ContainerState.Filled) is [var collected, ..])
            return new(Technician, new IsolateCells(new(collected), 10_000, 30_000_000, 91m));
        var vessels = CodesOf(batch.Id, ContainerKind.Vessel, ContainerState.InCulture);
        if (vessels.Count == 0)
            return batch is { VolumeUl: > 0, SeededCells: not null }
                ? dice.Hits(15)
                    ? new(Technician, new CountCells(batch.Id, (batch.Cells ?? 1) * (80 + dice.Roll(40)) / 100, 90m))
                    : Fill(batch, 0)
                : new(
                    Technician,
                    new SeedCells(
                        batch.Id,
                        ContainerCode.Each(NewCodes(1 + dice.Roll(3))),
                        Math.Min(batch.Cells ?? 1_000, 30_000_000)
                    )
                );
        return dice.Roll(13) switch
        {
            10 => new(Technician, new DivideVessel(new(dice.From(vessels)), new(NewCode()))),
            11 => new(Technician, new PoolVessels(new(vessels[0]), new(dice.From(dice.Hits(90) ? vessels : codes)))),
            12 => new(Technician, new RelabelContainer(new(dice.From(codes)), new(NewCode()))),
            0 => new(Technician, new ChangeMedium(batch.Id)),
            1 => new(Technician, new CountCells(batch.Id, (batch.Cells ?? 1) * (80 + dice.Roll(40)) / 100, 90m)),
            2 or 3 => new(
                Technician,
                new PassageCells(
                    batch.Id,
                    ContainerCode.Each(vessels),
                    null,
                    ContainerCode.Each(NewCodes(1 + dice.Roll(3))),
                    120_000_000,
                    93m,
                    60_000_000
                )
            ),
            4 => new(Technician, new DiscardContainer(new(dice.From(vessels)), "contamination", null)),
            5 => new(
                Technician,
                new HarvestCells(
                    batch.Id,
                    ContainerCode.Each(vessels[1..]),
                    ContainerCode.Each(vessels[..1]),
                    9_000,
                    225_000_000,
                    94m
                )
            ),
            _ => new(
                Technician,
                new HarvestCells(batch.Id, ContainerCode.Each(vessels), null, 9_000, 225_000_000, 94m)
            ),
        };
    }

    private Attempt Fill(Batch batch, long off)
    {
        var each = (batch.VolumeUl - 1_000) / 4;
        return new(
            Technician,
            new FillContainers(
                batch.Id,
                ContainerCode.Each(NewCodes(4)),
                each,
                ContainerCode.Each(NewCodes(1)),
                500,
                ContainerCode.Each(NewCodes(1)),
                400,
                batch.VolumeUl - (4 * each) - 900 + off
            )
        );
    }

    private Attempt Testing(Batch batch)
    {
        if (CodesOf(batch.Id, ContainerKind.Product, ContainerState.Filled) is [var vial, ..] && dice.Hits(60))
            return new(Technician, new PutAway(new(vial), new(FreePlace())));
        var results = lab.Lives.Results.Values.Where(r => r.Batch == batch.Id && r.Current).ToList();
        foreach (var (test, value) in World.Passing)
            if (results.All(r => r.Test != test))
                return new(Ceren, new EnterResult(batch.Id, test, dice.Hits(97) ? value : "1"));
        var open = World
            .Passing.Select(p => p.Test)
            .Where(t => results.Any(r => r.Test == t && r.VerifiedBy is null))
            .ToList();
        if (open.Count > 0)
            return new(
                results.First(r => r.Test == open[0]).EnteredBy == Ceren.Id ? Deniz : Ceren,
                new VerifyResults(batch.Id, open)
            );
        return new(Emre, new OpenReview(batch.Id));
    }

    private Attempt Reviewing(Batch batch)
    {
        if (
            lab.Lives.Deviations.Values.FirstOrDefault(d =>
                d.Batch == batch.Id && d is { Critical: true, State: not DeviationState.Closed }
            )
                is { } deviation
            && dice.Hits(80)
        )
            return new(
                Emre,
                dice.Hits(50)
                    ? new CloseDeviation(batch.Id, deviation.Id, "documentation", null)
                    : new AssessDeviation(batch.Id, deviation.Id, false, "No harm.")
            );
        if (batch.Unreviewed > 0 && dice.Hits(85))
            return new(Emre, new ReviewTrail(batch.Id));
        if (OfDonor(batch.Donor) is { } settling)
            return settling;
        return dice.Roll(40) switch
        {
            0 => new(Fatma, new RejectBatch(batch.Id, "contamination", null)),
            1 or 2 => Testing(batch),
            3 => new(Emre, new ReturnReview(batch.Id, "documentation", null)),
            _ => new(Releaser, new SignRelease(batch.Id)),
        };
    }

    private Attempt Closing(Batch batch)
    {
        var left = codes
            .Where(c =>
                lab.Lives.ByCode(c) is { Ended: false, Kind: ContainerKind.Product or ContainerKind.Vessel } container
                && container.Batch == batch.Id
            )
            .ToList();
        return left.Count > 0
            ? new(Technician, new DiscardContainer(new(dice.From(left)), "end-of-programme", null))
            : new(Emre, new CloseBatch(batch.Id));
    }

    /// <summary>What goes on around the batches.</summary>
    private Attempt AnythingElse() =>
        dice.Roll(6) switch
        {
            0 => new(Kemal, new InformSubject(dice.From(subjects), ConsentKind.Research, "tr")),
            1 => new(Hande, new GiveAssent(dice.From(subjects))),
            2 => new(Ayse, new OpenDeviation(dice.From(batches), dice.Hits(30), "A label was scratched.")),
            3 => new(Nurse, new VoidWristband(dice.From(subjects), "broken", null)),
            4 => new(Nurse, new BindWristband(dice.From(subjects), new(lab.NewCode(CodeKind.Wristband)))),
            _ => new(Emre, new CorrectRecord(dice.From(batches), 1, "documentation", "A word.")),
        };
}
