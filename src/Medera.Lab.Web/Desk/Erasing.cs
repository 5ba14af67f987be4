using System.Text.Json;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>What an erasure takes away, found under the locks.</summary>
/// <param name="Own">How many texts are under the subject's key.</param>
/// <param name="Keys">Keys to be destroyed: the subject's, and those of texts elsewhere that have one of their own.</param>
/// <param name="Shared">Texts elsewhere, by event and field, whose key serves others too.</param>
/// <param name="Elsewhere">How many texts of other events.</param>
/// <param name="Named">What was looked for: the names and numbers given, and the name that was registered.</param>
internal sealed record ErasurePlan(
    int Own,
    IReadOnlyList<Guid> Keys,
    IReadOnlyList<(Guid Event, string Field)> Shared,
    int Elsewhere,
    IReadOnlyList<Identifier> Named
);

/// <summary>Forgetting somebody (rule R25, decision 021).</summary>
internal sealed class Erasing(SubjectKeys keys, ILogger log)
{
    /// <summary>Finds what an erasure takes away and lays the counts into the file; any other command goes by.</summary>
    public async Task<(CaseFile File, ErasurePlan? Plan)> FindAsync(Attempt attempt, Request request, CaseFile file)
    {
        if (request.Wanted is not EraseSubject wanted || file.Subject is null)
            return (file, null);
        var plan = await FindAsync(attempt.Connection, wanted);
        return (file with { Erasing = new Erasure(plan.Own, plan.Elsewhere) }, plan);
    }

    private async Task<ErasurePlan> FindAsync(NpgsqlConnection connection, EraseSubject wanted)
    {
        var subject = wanted.Subject.Value;
        var named = new List<Identifier>([.. Identifiers.Names(wanted.Names), .. Identifiers.Numbers(wanted.Numbers)]);
        var own = 0;
        foreach (var text in await TextsAsync(connection, "f.subject_key_id = $1", subject))
        {
            own++;
            // The name that was registered is looked for without being asked.
            if (text.Field == "name" && text.Text is { } name)
                named.AddRange(Identifiers.Names(name).Where(n => n.CanBeLookedFor));
        }
        // What cannot be decrypted names nobody any more.
        var found =
            named.Count == 0
                ? []
                : await TextsAsync(
                    connection,
                    "f.subject_key_id <> $1 AND f.field <> 'signer-name'",
                    subject,
                    t => t.Text is { } text && named.Exists(n => n.In(text))
                );
        return new ErasurePlan(
            own,
            [subject, .. found.Where(t => !t.Shared).Select(t => t.Key)],
            [.. found.Where(t => t.Shared).Select(t => (t.Event, t.Field))],
            found.Count,
            named
        );
    }

    private sealed record KeptText(Guid Event, string Field, Guid Key, bool Shared, string? Text);

    private async Task<List<KeptText>> TextsAsync(
        NpgsqlConnection connection,
        string which,
        Guid subject,
        Func<KeptText, bool>? wanted = null
    )
    {
        var texts = new List<KeptText>();
        await using var command = new NpgsqlCommand(
            $"SELECT f.event_id, f.field, f.subject_key_id, EXISTS (SELECT FROM lab.subject AS s WHERE s.id = f.subject_key_id), f.ciphertext FROM private.field AS f WHERE {which}",
            connection
        )
        {
            Parameters = { new() { Value = subject } },
        };
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var (id, field, key) = (rows.GetGuid(0), rows.GetString(1), rows.GetGuid(2));
            var text = new KeptText(
                id,
                field,
                key,
                rows.GetBoolean(3),
                keys.Read(key, id, field, rows.GetFieldValue<byte[]>(4)).Text
            );
            if (wanted is null || wanted(text))
                texts.Add(text);
        }
        return texts;
    }

    /// <summary>The statements that take everything away, in the same commit as the fact: texts, keys barred, working copies that name the subject.</summary>
    public async Task EraseAsync(NpgsqlBatch batch, LabDb db, CaseFile file, ErasurePlan plan)
    {
        CustodyLog.Add(batch, "SELECT private.erase_key(k) FROM unnest($1) AS k", plan.Keys.ToArray());
        if (plan.Shared.Count > 0)
            CustodyLog.Add(
                batch,
                "SELECT private.erase(e, f) FROM unnest($1, $2) AS t(e, f)",
                plan.Shared.Select(t => t.Event).ToArray(),
                plan.Shared.Select(t => t.Field).ToArray()
            );
        var subject = file.TheSubject.Id.Value;
        var drafts = (await db.Drafts.AsNoTracking().ToListAsync())
            .Where(d => d.About == subject.ToString() || TextsOf(d).Any(text => plan.Named.Any(n => n.In(text))))
            .ToList();
        if (drafts.Count > 0)
            CustodyLog.Add(
                batch,
                "DELETE FROM lab.draft AS d USING unnest($1, $2, $3) AS g(p, s, a) WHERE d.person = g.p AND d.step = g.s AND d.about = g.a",
                drafts.Select(d => d.Person).ToArray(),
                drafts.Select(d => d.Step).ToArray(),
                drafts.Select(d => d.About).ToArray()
            );
        if (file.TheSubject.Wristband is { } worn)
            CustodyLog.Add(
                batch,
                "UPDATE lab.selection SET code = NULL, recent = '[]' WHERE code = $1 OR strpos(recent::text, $1) > 0",
                worn
            );
    }

    private static IEnumerable<string> TextsOf(Draft draft) =>
        (JsonSerializer.Deserialize<Dictionary<string, List<string>>>(draft.Fields) ?? [])
            .Values.SelectMany(texts => texts)
            .Where(text => text is not null);

    /// <summary>After the commit. Where it fails, or the process dies before, the next look completes it (<see cref="KeyKeeping"/>).</summary>
    public void DestroyKeys(ErasurePlan plan)
    {
        try
        {
            keys.Destroy(plan.Keys);
        }
        catch (KeysUnavailableException trouble)
        {
            log.LogError(
                "Keys of erased texts could not be destroyed; it is tried again within the hour: {Trouble}",
                trouble.Message
            );
        }
    }
}
