using System.Globalization;
using Medera.Lab.Benchmarks.Support;
using Medera.Lab.Web;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Desk;
using Route = Medera.Lab.Planning.Route;

namespace Medera.Lab.Benchmarks.Append;

/// <summary>Batches in culture, each of a donor of its own, made through the desk as in a laboratory; their medium can be changed for ever.</summary>
internal sealed class GrowingBatches(LabDesk changes, PersonId by, StationId at, IReadOnlyList<BatchId> cultures)
{
    /// <summary>The same batches at the desk of another application over the same database.</summary>
    public GrowingBatches AtTheDeskOf(WebApplication app) =>
        new(app.Services.GetRequiredService<LabDesk>(), by, at, cultures);

    /// <summary>A command of the plain kind: one fact in one stream, one state row.</summary>
    public async Task ChangeMediumAsync(int batch) =>
        await Accepted(changes, by, at, new ChangeMedium(cultures[batch]));

    public static async Task<GrowingBatches> MakeAsync(WebApplication app, int count, CancellationToken cancel)
    {
        var desk = app.Services.GetRequiredService<LabDesk>();
        var admin = await OpenAccountAsync(desk, LabDesk.System.Id, "admin", Roles.Administrator);
        await OpenAccountAsync(desk, admin, DemonstrationLaboratory.SecondAdministrator, Roles.Administrator);
        var technician = await OpenAccountAsync(desk, admin, "technician", Roles.Technician);
        var clinician = await OpenAccountAsync(desk, admin, "clinician", Roles.Clinician);
        var qa = await OpenAccountAsync(desk, admin, "qa", Roles.Qa);
        var stationed = await Accepted(
            desk,
            admin,
            null,
            new RegisterStation("bench-1", "Room P1", DemonstrationCodes.Make(CodeKind.Station, "bench-1"))
        );
        var bench = new StationId(DemonstrationDesk.Made(stationed, "station"));
        var until = app.Services.GetRequiredService<LabClock>().Now.AddDays(400);
        var content = DemonstrationProtocols.Content(
            Origin.Allogeneic,
            "umbilical cord",
            Route.Intravenous,
            730,
            until
        );
        var protocol = new ProtocolId(
            DemonstrationDesk.Made(
                await Accepted(desk, clinician, null, new DraftProtocol("UC-IV", 1, content)),
                "protocol"
            )
        );
        await Accepted(desk, qa, null, new ApproveProtocol(protocol));

        var batches = new BatchId[count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancel },
            async (i, _) =>
            {
                var n = i.ToString("D3", CultureInfo.InvariantCulture);
                var wristband = DemonstrationCodes.Make(CodeKind.Wristband, n);
                var donor = new SubjectId(
                    DemonstrationDesk.Made(
                        await Accepted(
                            desk,
                            clinician,
                            null,
                            new RegisterSubject(
                                $"D-{n}",
                                Donor: true,
                                Patient: false,
                                Minor: false,
                                "Sample Donor",
                                "1990-01-01"
                            )
                        ),
                        "subject"
                    )
                );
                await Accepted(desk, clinician, bench, new BindWristband(donor, new WristbandCode(wristband)));
                await Accepted(desk, clinician, null, new InformSubject(donor, ConsentKind.Donation, "en"));
                await Accepted(
                    desk,
                    clinician,
                    null,
                    new GiveConsent(donor, ConsentKind.Donation, "F-12 v3", "en", ConsentSigner.Self, until)
                );
                var batch = new BatchId(
                    DemonstrationDesk.Made(
                        await Accepted(desk, technician, bench, new PlanBatch($"MSC-26-{n}", donor, protocol)),
                        "batch"
                    )
                );
                var collected = DemonstrationCodes.Make(CodeKind.Container, $"{n} collected");
                await Accepted(
                    desk,
                    technician,
                    bench,
                    new CompleteCollection(new WristbandCode(wristband), new ContainerCode(collected))
                );
                await Accepted(
                    desk,
                    technician,
                    bench,
                    new ReceiveContainer(new ContainerCode(collected), 60_000, SealIntact: true, 21.4m, 95)
                );
                await Accepted(desk, technician, bench, new StartProcessing(batch, LineCleared: true));
                await Accepted(
                    desk,
                    technician,
                    bench,
                    new IsolateCells(new ContainerCode(collected), 10_000, 6_000_000, 92.5m)
                );
                await Accepted(
                    desk,
                    technician,
                    bench,
                    new SeedCells(
                        batch,
                        [new ContainerCode(DemonstrationCodes.Make(CodeKind.Container, $"{n} flask"))],
                        5_000_000
                    )
                );
                batches[i] = batch;
            }
        );
        return new GrowingBatches(desk, technician, bench, batches);
    }

    private static async Task<PersonId> OpenAccountAsync(LabDesk desk, PersonId by, string user, Roles roles) =>
        new(
            DemonstrationDesk.Made(
                await Accepted(desk, by, null, new OpenAccount(user, roles), PasswordCheck.Demonstration),
                "person"
            )
        );

    private static async Task<Answer> Accepted(
        LabDesk desk,
        PersonId actor,
        StationId? at,
        Command wanted,
        string? newPassword = null
    )
    {
        var password = CommandCatalogue.Find(wanted).Signs is null ? null : PasswordCheck.Demonstration;
        var answer = await desk.Do(
            new Request(Ids.New(), wanted, Doer.Played(actor, at), password, newPassword)
            {
                Witness = DemonstrationDesk.WitnessOf(wanted),
            }
        );
        return answer.Outcome == Outcome.Accepted
            ? answer
            : throw new BenchmarkCannotRun(
                $"{CommandCatalogue.Find(wanted).Name} was refused by {string.Join(", ", answer.Refusals.Select(r => $"{r.Rule} {r.Variant}"))}."
            );
    }
}
