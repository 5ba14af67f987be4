using Medera.Lab.Ledger;
using Npgsql;

namespace Medera.Lab.Web.Sealing;

/// <summary>How a witness stands, for the auditor's page.</summary>
/// <param name="Trouble">Why it did not answer the last time; null where it did.</param>
public sealed record WitnessStanding(PolicyWitness Witness, long Size, DateTimeOffset? At, string? Trouble);

/// <summary>
/// Takes the newest checkpoint to each witness. A witness that is ahead of this database, or saw another root, says that an old backup
/// was restored or that somebody signed elsewhere: then nothing more is signed, an alarm is raised, and the laboratory goes on recording.
/// </summary>
public sealed class WitnessRounds(
    LogReads reads,
    NpgsqlDataSource sealers,
    WitnessPolicies policies,
    WitnessClient client,
    Sequencer sequencer,
    SealState state
)
{
    private readonly Dictionary<string, WitnessStanding> standings = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Every witness of the policy that has an address.</summary>
    public IReadOnlyList<WitnessStanding> Standings
    {
        get
        {
            lock (gate)
                return
                [
                    .. Asked.Select(w => standings.GetValueOrDefault(w.Name) ?? new WitnessStanding(w, 0, null, null)),
                ];
        }
    }

    private IEnumerable<PolicyWitness> Asked => policies.Policy?.Witnesses.Where(w => w.Url is not null) ?? [];

    /// <summary>One round: each witness that has not cosigned the newest checkpoint is asked to.</summary>
    public async Task RoundAsync(CancellationToken cancel)
    {
        if (!Asked.Any() || state.Halted is not null)
            return;
        if (await reads.CheckpointAsync(cancel: cancel) is not { } newest)
            return;
        foreach (var witness in Asked.Where(w => newest.Cosignatures.All(c => c.Witness != w.Key.Name)).ToList())
            await AskAsync(witness, newest, cancel);
    }

    /// <summary>
    /// Before the first signature each witness is asked, also one that has cosigned the newest checkpoint: a backup may hold that line and not
    /// what came after it. Where all agree, a stop of before is over: the right database is there again.
    /// </summary>
    public async Task AtStartAsync(CancellationToken cancel)
    {
        if (!Asked.Any() || await reads.CheckpointAsync(cancel: cancel) is not { } newest)
            return;
        var agreed = true;
        foreach (var witness in Asked.ToList())
            agreed &= await AskAsync(witness, newest, cancel);
        if (agreed)
            sequencer.Resume();
    }

    // Whether it cosigned.
    private async Task<bool> AskAsync(PolicyWitness witness, StoredCheckpoint newest, CancellationToken cancel)
    {
        var (old, oldAt) = await LastAsync(witness, cancel);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            IReadOnlyList<byte[]> proof;
            await using (var tree = await reads.OpenAsync(newest.Size, cancel))
                proof = old == 0 || old == newest.Size ? [] : await tree.ConsistencyAsync(old, cancel);
            switch (await client.AskAsync(witness, newest, old, proof, cancel))
            {
                case WitnessAnswer.Cosigned cosigned:
                    await KeepAsync(witness, newest.Size, cosigned.Line, cancel);
                    Report(
                        new WitnessStanding(
                            witness,
                            newest.Size,
                            DateTimeOffset.UnixEpoch.AddSeconds(SecondsOf(cosigned.Line)),
                            null
                        )
                    );
                    return true;
                case WitnessAnswer.LastSaw { Size: var seen } when seen > newest.Size:
                    Halt(witness, $"it saw {seen} events, and the newest checkpoint here has {newest.Size}");
                    return false;
                case WitnessAnswer.LastSaw { Size: var seen }:
                    old = seen;
                    break;
                case WitnessAnswer.Contradicts no:
                    Halt(witness, no.Why);
                    return false;
                case WitnessAnswer.NoAnswer none:
                    Report(new WitnessStanding(witness, old, oldAt, none.Why));
                    return false;
            }
        }
        return false;
    }

    private async Task<(long Size, DateTimeOffset? At)> LastAsync(PolicyWitness witness, CancellationToken cancel)
    {
        await using var last = sealers.CreateCommand(
            "SELECT size, at FROM ledger.cosignature WHERE witness = $1 ORDER BY size DESC LIMIT 1"
        );
        last.Parameters.Add(new() { Value = witness.Key.Name });
        await using var rows = await last.ExecuteReaderAsync(cancel);
        return await rows.ReadAsync(cancel) ? (rows.GetInt64(0), rows.GetFieldValue<DateTimeOffset>(1)) : (0, null);
    }

    private async Task KeepAsync(PolicyWitness witness, long size, NoteSignature line, CancellationToken cancel)
    {
        await using var keep = sealers.CreateCommand(
            "INSERT INTO ledger.cosignature (size, witness, line) VALUES ($1, $2, $3) ON CONFLICT (size, witness) DO NOTHING"
        );
        keep.Parameters.Add(new() { Value = size });
        keep.Parameters.Add(new() { Value = witness.Key.Name });
        keep.Parameters.Add(new() { Value = line.ToString() });
        await keep.ExecuteNonQueryAsync(cancel);
    }

    private void Halt(PolicyWitness witness, string why)
    {
        var sentence = $"Witness {witness.Name}: {why}.";
        sequencer.Halt(sentence);
        state.Halt(sentence);
        Report(new WitnessStanding(witness, 0, null, why));
    }

    private void Report(WitnessStanding standing)
    {
        lock (gate)
            standings[standing.Witness.Name] = standing;
    }

    private static long SecondsOf(NoteSignature line) =>
        System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(line.Bytes);
}
