using System.Net;
using System.Text;
using CsCheck;
using Medera.Lab.Ledger;
using Medera.Lab.TestSupport.Logs;
using Medera.Lab.Verify;
using Medera.Lab.Verify.Witnessing;
using Xunit;

namespace Medera.Lab.Tests.Verify;

/// <summary>C2SP tlog-witness, add-checkpoint, status by status.</summary>
public class A_witness
{
    private static readonly LogInMemory Log = LogInMemory.Grow(600, [1, 2, 3]);

    [Fact]
    public async Task cosigns_what_grew_out_of_what_it_saw()
    {
        await using var witness = new WitnessAtWork();
        foreach (var (old, size) in ((int, int)[])[(0, 0), (0, 5), (5, 5), (5, 256), (256, 257), (257, 600)])
        {
            var (status, body, _) = await witness.AskAsync(Log, old, size);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.EndsWith("\n", body, StringComparison.Ordinal);
            var note = Note.Parse(Log.CheckpointAt(size));
            var cosigned = new Note(note.Text, [NoteSignature.Parse(body.TrimEnd('\n'))]);
            Assert.True(cosigned.Verify(LogInMemory.Witness.Key).IsTrusted);
        }
    }

    [Fact]
    public async Task says_403_where_no_known_key_of_the_log_signed()
    {
        using var thief = new NoteSigner(
            LogInMemory.Origin,
            SignatureKind.Note,
            Enumerable.Repeat((byte)9, 32).ToArray()
        );
        await using var witness = new WitnessAtWork();
        var note = new WitnessRequest(0, [], Note.Parse(Log.CheckpointAt(5, thief)));
        Assert.Equal(HttpStatusCode.Forbidden, (await witness.SendAsync(note.ToBytes())).Status);
        var bent = Encoding
            .UTF8.GetString(WitnessAtWork.Request(Log, 0, 5))
            .Replace("\n5\n", "\n6\n", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await witness.SendAsync(Encoding.UTF8.GetBytes(bent))).Status);
    }

    [Fact]
    public async Task says_404_of_a_log_that_it_does_not_know()
    {
        using var other = new NoteSigner("other.example", SignatureKind.Note, new byte[32]);
        await using var witness = new WitnessAtWork();
        var note = new Checkpoint("other.example", 5, new byte[32]).Sign(other);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await witness.SendAsync(new WitnessRequest(0, [], note).ToBytes())).Status
        );
        Assert.Equal(HttpStatusCode.NotFound, (await witness.SendAsync([], "/")).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await witness.SendAsync([], method: "GET")).Status);
    }

    [Fact]
    public async Task says_409_and_the_size_that_it_kept_where_another_is_said()
    {
        await using var witness = new WitnessAtWork();
        Assert.Equal((HttpStatusCode.Conflict, "0\n", "text/x.tlog.size"), await witness.AskAsync(Log, 3, 5));
        await witness.AskAsync(Log, 0, 300);
        Assert.Equal((HttpStatusCode.Conflict, "300\n", "text/x.tlog.size"), await witness.AskAsync(Log, 0, 600));
        Assert.Equal((HttpStatusCode.Conflict, "300\n", "text/x.tlog.size"), await witness.AskAsync(Log, 200, 250));
        Assert.Equal(HttpStatusCode.OK, (await witness.AskAsync(Log, 300, 600)).Status);
    }

    [Fact]
    public async Task refuses_a_fork_with_422_and_another_root_of_the_same_size_with_409_and_keeps_it_as_evidence()
    {
        using var folder = new Folder();
        await using var witness = new WitnessAtWork(folder);
        await witness.AskAsync(Log, 0, 300);
        var fork = LogInMemory.Grow(600, [1, 2, 3]);
        Tampering.RewriteEverythingFrom(fork, 200);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await witness.AskAsync(fork, 300, 600)).Status);
        Assert.Equal((HttpStatusCode.Conflict, "300\n", "text/x.tlog.size"), await witness.AskAsync(fork, 300, 300));
        var evidence = Assert.Single(Directory.GetFiles(folder.Path, "*.other-root"));
        Assert.Equal(fork.CheckpointAt(300), await File.ReadAllBytesAsync(evidence));
        Assert.Equal(HttpStatusCode.OK, (await witness.AskAsync(Log, 300, 600)).Status);
    }

    [Fact]
    public async Task says_422_of_a_proof_that_does_not_show_it()
    {
        await using var witness = new WitnessAtWork();
        var five = Note.Parse(Log.CheckpointAt(5));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await witness.SendAsync(new WitnessRequest(0, [new byte[32]], five).ToBytes())).Status
        );
        var nothing = new Checkpoint(LogInMemory.Origin, 0, new byte[32]).Sign(LogInMemory.Signer);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await witness.SendAsync(new WitnessRequest(0, [], nothing).ToBytes())).Status
        );
        await witness.AskAsync(Log, 0, 5);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await witness.SendAsync(new WitnessRequest(5, [new byte[32]], five).ToBytes())).Status
        );
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await witness.SendAsync(new WitnessRequest(5, [], Note.Parse(Log.CheckpointAt(9))).ToBytes())).Status
        );
    }

    [Fact]
    public async Task says_400_of_what_is_no_request_and_413_of_what_is_too_long()
    {
        await using var witness = new WitnessAtWork();
        var right = Encoding.UTF8.GetString(WitnessAtWork.Request(Log, 0, 5));
        foreach (
            var wrong in (string[])
                [
                    "",
                    "\n",
                    "old 0\n",
                    right[1..],
                    right.Replace("old 0", "old 00", StringComparison.Ordinal),
                    right.Replace("old 0", "old -1", StringComparison.Ordinal),
                    right.Replace("old 0\n", "old 0\r\n", StringComparison.Ordinal),
                    right.Replace("old 0\n", "old 0\nabc\n", StringComparison.Ordinal),
                    right.Replace("\n5\n", "\n5 \n", StringComparison.Ordinal),
                ]
        )
            Assert.Equal(HttpStatusCode.BadRequest, (await witness.SendAsync(Encoding.UTF8.GetBytes(wrong))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await witness.AskAsync(Log, 6, 5)).Status);
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await witness.SendAsync(new byte[WitnessRequest.MaxBytes + 1])).Status
        );
        var hashes = string.Concat(Enumerable.Repeat(Convert.ToBase64String(new byte[32]) + "\n", 64));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (
                await witness.SendAsync(
                    Encoding.UTF8.GetBytes(right.Replace("old 0\n", $"old 0\n{hashes}", StringComparison.Ordinal))
                )
            ).Status
        );
    }

    [Fact]
    public async Task remembers_over_a_restart()
    {
        using var folder = new Folder();
        await using (var first = new WitnessAtWork(folder))
            await first.AskAsync(Log, 0, 300);
        await using var second = new WitnessAtWork(folder);
        Assert.Equal((HttpStatusCode.Conflict, "300\n", "text/x.tlog.size"), await second.AskAsync(Log, 0, 5));
        Assert.Equal(HttpStatusCode.OK, (await second.AskAsync(Log, 300, 600)).Status);
    }

    [Fact]
    public async Task does_not_start_where_its_memory_was_changed()
    {
        using var folder = new Folder();
        await using (var first = new WitnessAtWork(folder))
            await first.AskAsync(Log, 0, 300);
        var file = Assert.Single(Directory.GetFiles(folder.Path));
        var kept = await File.ReadAllTextAsync(file);
        foreach (
            var changed in (string[])["", kept[..40], kept.Replace("\n300\n", "\n299\n", StringComparison.Ordinal)]
        )
        {
            await File.WriteAllTextAsync(file, changed);
            Assert.Throws<Unusable>(() =>
                new WitnessedLog([LogInMemory.Signer.Key], folder.Path, LogInMemory.Witness, TimeProvider.System)
            );
        }
    }

    [Fact]
    public async Task does_not_cosign_what_it_could_not_write_down()
    {
        using var folder = new Folder();
        await using var witness = new WitnessAtWork(folder);
        await witness.AskAsync(Log, 0, 300);
        var file = Assert.Single(Directory.GetFiles(folder.Path));
        File.Move(file, folder.File("aside"));
        Directory.CreateDirectory(file);
        Assert.Equal(HttpStatusCode.InternalServerError, (await witness.AskAsync(Log, 300, 600)).Status);
        Directory.Delete(file);
        File.Move(folder.File("aside"), file);
        Assert.Equal((HttpStatusCode.Conflict, "300\n", "text/x.tlog.size"), await witness.AskAsync(Log, 600, 600));
    }

    [Fact]
    public async Task lets_one_of_two_that_ask_at_once_through()
    {
        var fork = LogInMemory.Grow(600, [1, 2, 3]);
        Tampering.RewriteEverythingFrom(fork, 350);
        for (var round = 0; round < 10; round++)
        {
            await using var witness = new WitnessAtWork();
            await witness.AskAsync(Log, 0, 300);
            var answers = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(i => witness.AskAsync(i % 2 == 0 ? Log : fork, 300, 500 + i))
            );
            Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
            Assert.Equal(7, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        }
    }

    [Fact]
    public void reads_its_requests_or_refuses_them_in_the_one_declared_way()
    {
        var right = WitnessAtWork.Request(Log, 5, 600);
        Assert.Equal(right, WitnessRequest.Parse(right).ToBytes());
        Gen.Select(Gen.UInt, Gen.Byte, Gen.Int[0, 3], Gen.Byte.Array[0, 40])
            .Sample(
                (where, what, how, noise) =>
                {
                    var at = (int)(where % right.Length);
                    byte[] damaged = how switch
                    {
                        0 => [.. right[..at], what, .. right[(at + 1)..]],
                        1 => right[..at],
                        2 => [.. right[..at], .. noise, .. right[at..]],
                        _ => noise,
                    };
                    try
                    {
                        Assert.Equal(damaged, WitnessRequest.Parse(damaged).ToBytes());
                    }
                    catch (Malformed)
                    {
                        // The declared refusal.
                    }
                },
                iter: 3_000
            );
    }

    [Fact]
    public async Task is_made_and_run_by_the_program()
    {
        using var folder = new Folder();
        var key = folder.File("witness-key");
        var made = await Ran.Start("witness", "--make-key", "paper.example", "--key", key);
        Assert.Equal(0, made.Code);
        var vkey = NoteKey.Parse(made.Said.TrimEnd('\n'));
        Assert.Equal(("paper.example", SignatureKind.Cosignature), (vkey.Name, vkey.Kind));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        Assert.Equal(2, (await Ran.Start("witness", "--make-key", "paper.example", "--key", key)).Code);

        var address = FreePort.Address();
        using var stop = new CancellationTokenSource();
        using var said = new StringWriter();
        string[] words =
        [
            "witness",
            "--listen",
            address,
            "--state",
            folder.File("state"),
            "--key",
            key,
            "--log",
            LogInMemory.Signer.Key.ToString(),
        ];
        var running = CommandLine.RunAsync(
            words,
            TextWriter.Synchronized(said),
            TextWriter.Null,
            TimeProvider.System,
            stop.Token
        );
        using var http = new HttpClient();
        using var content = new ByteArrayContent(WitnessAtWork.Request(Log, 0, 5));
        using var answer = await http.PostAsync(new Uri($"http://{address}/add-checkpoint"), content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var line = NoteSignature.Parse((await answer.Content.ReadAsStringAsync()).TrimEnd('\n'));
        Assert.True(new Note(Note.Parse(Log.CheckpointAt(5)).Text, [line]).Verify(vkey).IsTrusted);

        // Another one over the same folder does not start.
        Assert.Equal(2, (await Ran.Start([.. words[..2], FreePort.Address(), .. words[3..]])).Code);
        await stop.CancelAsync();
        Assert.Equal(0, await running);
        Assert.Contains($"Its key: {vkey}", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("200 lab.example/log 0 -> 5", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task takes_no_key_that_others_can_read()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new Folder();
        var key = folder.File("witness-key");
        await Ran.Start("witness", "--make-key", "paper.example", "--key", key);
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        var ran = await Ran.Start(
            "witness",
            "--listen",
            FreePort.Address(),
            "--state",
            folder.File("state"),
            "--key",
            key,
            "--log",
            LogInMemory.Signer.Key.ToString()
        );
        Assert.Equal(2, ran.Code);
        Assert.Contains("chmod 600", ran.Failed, StringComparison.Ordinal);
    }
}
