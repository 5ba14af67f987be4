using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Medera.Lab.Ledger;

namespace Medera.Lab.Verify.Witnessing;

/// <summary>What a witness answers.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, text that ends in a newline.</param>
/// <param name="Type">Its Content-Type.</param>
internal sealed record WitnessAnswer(int Status, string Body, string Type = "text/plain; charset=utf-8");

/// <summary>
/// One log as a witness sees it: the last checkpoint that it cosigned, in a file. Requests take turns, and the file is on the disk
/// before the cosignature leaves: a witness that forgets would cosign two histories.
/// </summary>
internal sealed class WitnessedLog : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly IReadOnlyList<NoteKey> keys;
    private readonly NoteSigner signer;
    private readonly TimeProvider clock;
    private readonly string file;
    private Checkpoint? kept;

    /// <param name="keys">The log's keys, all of one origin.</param>
    /// <param name="folder">Where the witness keeps what it saw.</param>
    /// <exception cref="Unusable">What it kept cannot be read: without it the witness must not cosign.</exception>
    public WitnessedLog(IReadOnlyList<NoteKey> keys, string folder, NoteSigner signer, TimeProvider clock)
    {
        (this.keys, this.signer, this.clock) = (keys, signer, clock);
        file = Path.Combine(
            folder,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Origin))) + ".checkpoint"
        );
        if (File.Exists(file))
            kept = Load();
    }

    public string Origin => keys[0].Name;

    /// <summary>How many events the last checkpoint covers that it cosigned; 0 before the first.</summary>
    public long Size => kept?.Size ?? 0;

    /// <summary>Decides on a request of this log (C2SP tlog-witness, "add-checkpoint").</summary>
    /// <exception cref="IOException">The state could not be written; nothing was cosigned.</exception>
    public async Task<WitnessAnswer> AddAsync(WitnessRequest request, Checkpoint wanted, CancellationToken cancel)
    {
        if (!request.Note.Verify(keys).IsTrusted)
            return new WitnessAnswer(403, "No known key of the log signed this checkpoint.\n");
        if (request.OldSize > wanted.Size)
            return new WitnessAnswer(400, "The old size is larger than the checkpoint's.\n");
        await turn.WaitAsync(cancel);
        try
        {
            return Decide(request, wanted);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private WitnessAnswer Decide(WitnessRequest request, Checkpoint wanted)
    {
        if (request.OldSize != Size)
            return OtherSize();
        if (kept is not null && wanted.Size == kept.Size && !wanted.Root.AsSpan().SequenceEqual(kept.Root))
        {
            // Two roots of one size, both signed: whoever holds both can show that the log told two stories.
            KeepEvidence(request.Note);
            return OtherSize();
        }

        if (!Follows(request, wanted))
            return new WitnessAnswer(422, "The proof does not show that this checkpoint begins with the last one.\n");
        var cosigned = signer.Cosign(request.Note.Text, clock.GetUtcNow().ToUnixTimeSeconds());
        var signed = request.Note.Verify(keys).Good.Select(good => request.Note.Signatures.First(good.Key.Made));

        // Only what was verified is kept: a request may carry 64 lines of anybody's.
        DurableFile.Replace(file, new Note(request.Note.Text, [.. signed, cosigned]).ToBytes());
        kept = wanted;
        return new WitnessAnswer(200, $"{cosigned}\n");
    }

    private bool Follows(WitnessRequest request, Checkpoint wanted)
    {
        // Everything follows from nothing, and nothing has one root only.
        if (kept is null || kept.Size == 0)
            return request.Proof.Count == 0 && (wanted.Size > 0 || wanted.Root.AsSpan().SequenceEqual(Node.EmptyRoot));
        return Proof.IsConsistent(kept.Size, wanted.Size, kept.Root, wanted.Root, request.Proof);
    }

    // Also for another root of the same size (the specification asks for 409 there): the body then says the size that was sent.
    private WitnessAnswer OtherSize() =>
        new(409, string.Create(CultureInfo.InvariantCulture, $"{Size}\n"), "text/x.tlog.size");

    private void KeepEvidence(Note other)
    {
        var evidence = file + ".other-root";
        if (!File.Exists(evidence))
            DurableFile.Create(evidence, other.ToBytes());
    }

    private Checkpoint Load()
    {
        try
        {
            var note = Note.Parse(File.ReadAllBytes(file));
            var read = Checkpoint.Parse(note.Text);
            if (read.Origin == Origin && note.Verify([signer.Key, .. keys]).IsTrusted)
                return read;
        }
        catch (Exception failed) when (failed is Malformed or IOException or UnauthorizedAccessException)
        {
            // The same sentence as for one that is not signed.
        }

        throw new Unusable(
            $"What the witness kept of the log {Origin} cannot be read or was changed ({Path.GetFileName(file)}). Put back the right file; without it the witness must not cosign."
        );
    }
}
