using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data.Postgres;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Custody;

/// <summary>The keys outside the database: durable before the row, gone after it, and what happens where they are not at hand.</summary>
public sealed class Keys_of_private_texts(TestCluster cluster) : IDisposable
{
    private readonly string folder = Path.Combine(
        Directory.CreateTempSubdirectory("medera-keys-").FullName,
        "subject-keys"
    );
    private readonly HandClock clock = new();

    [Fact]
    public async Task a_ciphertext_that_was_moved_to_another_event_field_or_subject_does_not_open_and_is_told()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var (one, other) = (
            await RegisterAsync(lab, "P-1", "Ayşe Yılmaz"),
            await RegisterAsync(lab, "P-2", "Can Demir")
        );
        await lab.SqlAsSuperuserAsync("ALTER TABLE private.field DISABLE TRIGGER ALL");
        foreach (
            var move in new[]
            {
                "UPDATE private.field AS f SET ciphertext = o.ciphertext FROM private.field AS o WHERE f.field = 'name' AND o.field = 'born' AND f.event_id = o.event_id",
                "UPDATE private.field SET subject_key_id = CASE subject_key_id WHEN $1 THEN $2 ELSE $1 END WHERE subject_key_id IN ($1, $2)",
                "UPDATE private.field AS f SET ciphertext = o.ciphertext, subject_key_id = o.subject_key_id FROM private.field AS o WHERE f.field = 'name' AND o.field = 'name' AND f.event_id <> o.event_id",
                "UPDATE private.field SET ciphertext = set_byte(ciphertext, length(ciphertext) - 1, get_byte(ciphertext, length(ciphertext) - 1) # 1)",
                "UPDATE private.field SET ciphertext = '\\x02' || substr(ciphertext, 2)",
            }
        )
        {
            await lab.SqlAsSuperuserAsync("CREATE TABLE aside AS SELECT * FROM private.field");
            await lab.SqlAsSuperuserAsync(move, one.Value, other.Value);
            foreach (var subject in new[] { one, other })
            {
                Assert.Equal(
                    (null, PrivateState.Unreadable),
                    (await lab.Desk.Reveal(subject, lab.As("nurse", "bedside-1"), "administration")) is { } seen
                        ? (seen.Name, seen.NameState)
                        : default
                );
                Assert.Equal(
                    PrivateState.Unreadable,
                    (await lab.Reads.Audit.TimelineAsync(subject.Value, withPrivate: true))
                        .Items[^1]
                        .Private["name"]
                        .State
                );
            }
            await lab.SqlAsSuperuserAsync(
                "UPDATE private.field AS f SET ciphertext = a.ciphertext, subject_key_id = a.subject_key_id FROM aside AS a WHERE a.event_id = f.event_id AND a.field = f.field"
            );
            await lab.SqlAsSuperuserAsync("DROP TABLE aside");
        }
        Assert.Equal("Ayşe Yılmaz", (await lab.Desk.Reveal(one, lab.As("nurse", "bedside-1"), "administration"))!.Name);
    }

    [Fact]
    public async Task without_their_folder_nothing_private_is_read_or_written_and_all_else_goes_on()
    {
        await using var lab = await TestLaboratory.OverAsync(
            await (await TestLaboratory.OpenAsync(cluster)).LeaveAsync(),
            keys: folder
        );
        var subject = await RegisterAsync(lab, "P-1", "Ayşe Yılmaz");
        Directory.Move(folder, folder + "-away");
        // An empty folder in its place, as of a share that is not mounted, takes no new keys.
        Directory.CreateDirectory(folder);

        Assert.Equal(
            new Identity(null, null, PrivateState.Unreadable),
            await lab.Desk.Reveal(subject, lab.As("nurse", "bedside-1"), "administration")
        );
        Assert.Equal(
            ["desk.keys keys"],
            (await lab.Do("clinician", new RegisterSubject("P-2", true, true, false, "Can Demir", null))).Rules
        );
        Assert.Equal(
            ["desk.keys keys"],
            (await lab.Do("qa", new EraseSubject(subject, "family-decision", null, null, null))).Rules
        );
        Assert.Equal(["scan.unreadable Unknown"], (await lab.Scan("technician", "bench-1", "10000000146")).Rules);
        await lab.Must("clinician", new RegisterSubject("P-3", true, true, false, null, null));
        await lab.Must(
            "admin",
            new RegisterBox(
                new BoxCode(Demonstration.DemonstrationCodes.Box("another")),
                "LN2-B",
                "R1",
                "B1",
                1,
                1,
                [
                    new PositionCode(
                        Demonstration.DemonstrationCodes.Make(Medera.Lab.Scanning.CodeKind.Position, "another")
                    ),
                ]
            ),
            null
        );
        await Keeping(lab).PrepareAsync();
        Assert.False(lab.Keys.Ready);

        Directory.Delete(folder);
        Directory.Move(folder + "-away", folder);
        Assert.Equal(
            "Ayşe Yılmaz",
            (await lab.Desk.Reveal(subject, lab.As("nurse", "bedside-1"), "administration"))!.Name
        );
        await lab.Must("clinician", new RegisterSubject("P-2", true, true, false, "Can Demir", null));
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task a_key_whose_process_died_before_its_commit_is_destroyed_and_those_of_rows_stay()
    {
        await using var lab = await TestLaboratory.OverAsync(
            await (await TestLaboratory.OpenAsync(cluster)).LeaveAsync(),
            keys: folder
        );
        var subject = await RegisterAsync(lab, "P-1", "Ayşe Yılmaz");
        // The process that died between its key and its commit, and one that died between its commit and the mark.
        var (orphan, unmarked) = (Ids.New(), Ids.New());
        new SubjectKeys(folder, clock).Obtain([orphan, unmarked]);
        await lab.Database.RunAsync(
            "lab_app",
            "INSERT INTO private.field (event_id, field, ciphertext, subject_key_id) SELECT event_id, 'note', sha512(''), $1 FROM ledger.event LIMIT 1",
            unmarked
        );

        Assert.Equal(0, await Keeping(lab).CompleteAsync());
        clock.Now += KeyKeeping.CommitTakes + TimeSpan.FromMinutes(1);
        Assert.Equal(1, await Keeping(lab).CompleteAsync());

        Assert.Equal(
            new[] { unmarked, subject.Value }.Order(),
            new SubjectKeys(folder, clock).Existing([orphan, unmarked, subject.Value]).Order()
        );
        Assert.Equal(0, await Keeping(lab).CompleteAsync());
    }

    [Fact]
    public async Task a_key_whose_process_died_after_the_erasing_commit_is_destroyed_at_the_next_start_and_so_is_one_from_a_backup()
    {
        await using var lab = await TestLaboratory.OverAsync(
            await (await TestLaboratory.OpenAsync(cluster)).LeaveAsync(),
            keys: folder
        );
        var subject = await RegisterAsync(lab, "P-1", "Ayşe Yılmaz");
        var backup = Directory.GetFiles(folder, "keys-*").ToDictionary(f => f, File.ReadAllBytes);
        var key = backup.Values.Single()[32..KeySlot.Size];
        await lab.Database.RunAsync("lab_app", "SELECT private.erase_key($1)", subject.Value);

        Assert.Equal(1, await Keeping(lab).CompleteAsync());

        Assert.All(Directory.GetFiles(folder), f => Assert.Equal(-1, File.ReadAllBytes(f).AsSpan().IndexOf(key)));
        foreach (var (file, bytes) in backup)
            await File.WriteAllBytesAsync(file, bytes);
        Assert.Equal(1, await Keeping(lab).CompleteAsync());
        Assert.All(Directory.GetFiles(folder), f => Assert.Equal(-1, File.ReadAllBytes(f).AsSpan().IndexOf(key)));
    }

    [Fact]
    public void several_instances_share_a_folder_and_each_reads_what_the_others_wrote()
    {
        var (one, other) = (new SubjectKeys(folder, clock), new SubjectKeys(folder, clock));
        one.Found();
        other.Found();
        var (id, event1) = (Ids.New(), Ids.New());
        Parallel.ForEach(Enumerable.Range(0, 200), n => (n % 2 == 0 ? one : other).Obtain([Ids.New(), id]));
        var ciphertext = other.Seal(id, event1, "name", new byte[32], "Ayşe");

        Assert.Equal("Ayşe", one.Read(id, event1, "name", ciphertext).Text);
        Assert.Equal(2, Directory.GetFiles(folder, "keys-*").Length);
        Assert.True(one.Destroy([id]) >= 1);
        Assert.Equal(PrivateState.Unreadable, other.Read(id, event1, "name", ciphertext).State);
        // Marked as used by one who does not know yet that it is gone.
        other.Committed([id]);
        Assert.Empty(other.Existing([id]));
        Assert.Equal(PrivateFiles.OwnerOnlyFolder, PrivateFiles.ModeOf(folder));
        Assert.All(Directory.GetFiles(folder), f => Assert.Equal(PrivateFiles.OwnerOnlyFile, PrivateFiles.ModeOf(f)));
    }

    [Fact]
    public void what_a_power_cut_left_of_a_key_is_passed_over()
    {
        var before = new SubjectKeys(folder, clock);
        before.Found();
        var id = Ids.New();
        before.Obtain([id]);
        using (var file = new FileStream(Directory.GetFiles(folder, "keys-*").Single(), FileMode.Append))
            file.Write(new byte[17]);

        var after = new SubjectKeys(folder, clock);
        var next = Ids.New();
        after.Obtain([next]);
        Assert.Equal([id, next], new SubjectKeys(folder, clock).Existing([id, next]));
    }

    private static async Task<SubjectId> RegisterAsync(TestLaboratory lab, string code, string name) =>
        new(
            TestBatch.Made(
                await lab.Must(
                    "clinician",
                    new RegisterSubject(code, Donor: true, Patient: true, Minor: false, name, "1990-01-01")
                ),
                "subject"
            )
        );

    /// <summary>What the next start does: keys read anew.</summary>
    private KeyKeeping Keeping(TestLaboratory lab) =>
        new(
            new SubjectKeys(lab.Keys.Folder, clock),
            lab.Contexts,
            clock,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<KeyKeeping>.Instance
        );

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = TimeProvider.System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
