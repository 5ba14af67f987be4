using System.Runtime.CompilerServices;
using System.Text;
using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>Two names that people take for one another are one: the second is refused, and told which one is there.</summary>
public sealed class Names_that_are_read_alike(TestCluster cluster)
{
    [Fact]
    public async Task are_given_once_whatever_the_thing_is()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var protocol = await TestBatch.ProtocolAsync(lab, "UC-10");
        var donor = await TestBatch.SubjectAsync(lab, "P-1001");
        await lab.Must("clinician", new PlanBatch("MSC-26-0010", donor.Id, protocol));
        await using var db = await lab.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var content = (await db.Protocols.FindAsync([protocol], TestContext.Current.CancellationToken))!.Content;
        foreach (
            var (who, wanted, existing) in new (string, Command, string)[]
            {
                ("clinician", new PlanBatch("msc 26 OO1O".Replace(' ', '-'), donor.Id, protocol), "MSC-26-0010"),
                ("clinician", new PlanBatch("MSC260010", donor.Id, protocol), "MSC-26-0010"),
                ("clinician", new RegisterSubject("p1OO1", false, true, false, null, null), "P-1001"),
                ("clinician", new RegisterSubject("P-i00I", false, true, false, null, null), "P-1001"),
                ("admin", new OpenAccount("Nurse", Roles.Nurse), "nurse"),
                ("admin", new RegisterStation("Bench 1", "Room", Code(CodeKind.Station)), "bench-1"),
                (
                    "admin",
                    new RegisterBox(
                        new BoxCode(DemonstrationCodes.Box("alike")),
                        "ln2a",
                        "R 1",
                        "b1",
                        1,
                        1,
                        [new PositionCode(Code(CodeKind.Position))]
                    ),
                    "LN2-A / R1 / B1"
                ),
                ("qa", new DraftProtocol("uc-1O", 2, content), "UC-10"),
            }
        )
        {
            var answer = await lab.Do(who, wanted, newPassword: TestLaboratory.Password);
            Assert.True(answer.Rules.Contains("desk.taken alike"), $"{wanted}: {answer.Told()}");
            Assert.Equal(existing, answer.Refusals.Single(r => r.Rule == "desk.taken").Values["existing"]);
        }
        // Another edition of the same protocol is no other protocol.
        await lab.Must("qa", new DraftProtocol("UC-10", 2, content));
        Assert.Equal(
            ["desk.taken there"],
            (await lab.Do("clinician", new PlanBatch("MSC-26-0010", donor.Id, protocol))).Rules
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task are_the_same_to_the_database_and_to_the_program()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var letters = "aAzZiIıİoOöÖ0çÇğĞşŞüÜ1lL -‐–—_./ß Ａé́".EnumerateRunes().ToArray();
        // A row of numbers that is the same in every run.
        var row = 20261130u;
        int Next(int below)
        {
            row = (row * 1_664_525u) + 1_013_904_223u;
            return (int)((row >> 8) % (uint)below);
        }
        for (var round = 0; round < 200; round++)
        {
            var name = new StringBuilder();
            for (var n = 1 + Next(11); n > 0; n--)
                name.Append(letters[Next(letters.Length)]);
            Assert.Equal(
                ReadAlike.Of(name.ToString()),
                await lab.SqlAsSuperuserAsync("SELECT lab.read_alike($1)", name.ToString())
            );
        }
    }

    [Fact]
    public async Task are_looked_for_wherever_an_act_gives_a_name()
    {
        var giving = CommandCatalogue
            .All.Select(c => c.Type)
            .Where(type => typeof(INameNew).IsAssignableFrom(type))
            .Select(type => ((INameNew)RuntimeHelpers.GetUninitializedObject(type)).NewName.Thing)
            .ToHashSet();
        Assert.Equal(NamesTaken.Places.Keys.ToHashSet(), giving);
        // Whatever people call by a name of their own has one that is looked for.
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        foreach (var (table, written) in NamesTaken.Places.Values)
            await lab.SqlAsSuperuserAsync($"SELECT {written} FROM lab.{table} LIMIT 1");
    }

    private static string Code(CodeKind kind) => DemonstrationCodes.Make(kind, "read alike");
}
