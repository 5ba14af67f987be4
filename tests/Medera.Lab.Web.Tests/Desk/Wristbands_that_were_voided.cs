using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>A wristband that was, stays known; what was done by it lapses with it; and one person's screen takes no other's.</summary>
public sealed class Wristbands_that_were_voided(TestCluster cluster) : IAsyncLifetime
{
    private static readonly string New = DemonstrationCodes.Make(CodeKind.Wristband, "another one");

    private TestLaboratory lab = null!;
    private TestBatch batch = null!;
    private TestSubject patient = null!;
    private PlanId plan;

    private string Vial => batch.Vials[0];

    public async ValueTask InitializeAsync()
    {
        (lab, batch) = await new Lot(Reached.Released, Vials: 1).OpenAsync(cluster);
        await using var db = await lab.Contexts.CreateDbContextAsync();
        var protocol = await db.Protocols.Select(p => p.Id).FirstAsync();
        patient = await TestBatch.SubjectAsync(lab, "P-1");
        plan = await TestBatch.PlanAsync(lab, patient, protocol);
    }

    public ValueTask DisposeAsync() => lab.DisposeAsync();

    [Fact]
    public async Task say_since_when_and_why_and_are_never_bound_again()
    {
        var other = await TestBatch.SubjectAsync(lab, "P-2");
        await VoidAsync(patient);
        await VoidAsync(other);

        var scanned = await lab.Scan("nurse", "bedside-1", patient.Wristband);

        Assert.Equal(["scan.unknown wristband-voided"], scanned.Rules);
        Assert.Equal("broken", scanned.Refusals[0].Values["reason"]);
        Assert.Contains("at", scanned.Refusals[0].Values.Keys);
        foreach (var person in new[] { other, patient })
            Assert.Contains("R14 wristband-before", (await BindAsync(person, patient.Wristband)).Rules);
        Assert.Equal(Outcome.Accepted, (await BindAsync(patient, New)).Outcome);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task take_the_match_and_the_session_that_stood_on_them_with_them()
    {
        await batch.MatchAsync(Vial, TestLaboratory.Positions[0], plan, 1, patient);

        var voided = await VoidAsync(patient);

        Assert.Equal(
            ["identity.wristband-voided", "bedside.lapsed", "session.not-ready"],
            voided.Facts.Select(fact => fact.Type)
        );
        Assert.Equal(Outcome.Accepted, (await BindAsync(patient, New)).Outcome);
        var started = await lab.Do(
            "nurse",
            new StartAdministration(new ContainerCode(Vial), Route.Intravenous, 1_000),
            "bedside-1"
        );
        Assert.Contains("R3 no-match", started.Rules);
        Assert.Contains(
            "R3 not-ready",
            (
                await lab.Do(
                    "nurse",
                    new ConfirmAtBedside(new WristbandCode(New), new ContainerCode(Vial)),
                    "bedside-1"
                )
            ).Rules
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task are_no_others_on_a_screen_that_asks_for_one_persons()
    {
        var other = await TestBatch.SubjectAsync(lab, "P-3");

        Assert.Equal(Outcome.Expecting, (await ReadAsync(patient.Wristband)).Outcome);
        var wrong = await ReadAsync(other.Wristband);
        Assert.Equal(["R3 wearer"], wrong.Rules);
        // Whose it is, is told neither on the screen nor in the event.
        Assert.Empty(wrong.About);
        Assert.True(Administration.BedsideStop.Is(wrong));
        Assert.Equal(["R3 wearer"], (await ReadAsync(New)).Rules);
        Assert.Equal(["scan.not-expected kind"], (await ReadAsync(Vial)).Rules);
        await VoidAsync(other);
        var voided = await ReadAsync(other.Wristband);
        Assert.Equal(["scan.unknown wristband-voided"], voided.Rules);
        Assert.True(Administration.BedsideStop.Is(voided));
        var another = await TestBatch.SubjectAsync(lab, "P-4");
        Assert.Contains(
            "R3 wearer",
            (
                await lab.Do(
                    "clinician",
                    new ConfirmSession(
                        plan,
                        1,
                        new WristbandCode(another.Wristband),
                        20_000,
                        null,
                        true,
                        true,
                        true,
                        true
                    ),
                    "bedside-1"
                )
            ).Rules
        );
    }

    [Fact]
    public async Task that_are_the_wrong_ones_are_each_an_event_however_much_was_refused_before()
    {
        for (var n = 0; n < Limits.Tries.RefusalsLogged + 3; n++)
            await lab.Scan("clinician", "bedside-1", DemonstrationCodes.Make(CodeKind.Tray, $"nothing {n}") + "?");
        var other = await TestBatch.SubjectAsync(lab, "P-5");
        Assert.Null((await lab.Scan("clinician", "bedside-1", "MLV")).RefusalEventId);

        var stops = new List<Guid?>();
        foreach (var code in new[] { other.Wristband, New, other.Wristband })
            stops.Add((await ReadAsync(code)).RefusalEventId);

        Assert.DoesNotContain(null, stops);
        Assert.Equal(3, stops.Distinct().Count());
    }

    private Task<Answer> VoidAsync(TestSubject person) =>
        lab.Must("nurse", new VoidWristband(person.Id, "broken", null), "bedside-1");

    private Task<Answer> BindAsync(TestSubject person, string wristband) =>
        lab.Do("nurse", new BindWristband(person.Id, new WristbandCode(wristband)), "bedside-1");

    private Task<Answer> ReadAsync(string code) =>
        lab.Desk.Scan(
            new ScanRequest(
                Ids.New(),
                code,
                lab.As("clinician", "bedside-1"),
                Medera.Lab.Custody.ScanSource.Wedge,
                null
            )
            {
                Wearer = patient.Id,
            }
        );
}
