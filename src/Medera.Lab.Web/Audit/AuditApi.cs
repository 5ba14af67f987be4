using System.Text.Json.Nodes;
using Medera.Lab.Web.Api;

namespace Medera.Lab.Web.Audit;

/// <summary>One event.</summary>
/// <param name="Leaf">base64url of SHA-256(0x00 ‖ body).</param>
/// <param name="Body">The stored canonical JSON.</param>
public sealed record EventModel(
    string Stream,
    int Version,
    string Type,
    DateTimeOffset Recorded,
    DateTimeOffset StoredAt,
    string Sentence,
    string Leaf,
    JsonNode? Body
);

/// <summary>What happened to a batch, in the door's shapes.</summary>
public sealed class AuditApi(AuditReads reads, ProcessingReads batches, Narrator narrator)
{
    public async Task<PageModel<EventModel>?> TimelineAsync(Guid id, string? before)
    {
        if (await batches.BatchAsync(new BatchId(id)) is null)
            return null;
        var page = await reads.TimelineAsync(id, before);
        var told = await narrator.TellAsync(page.Items, id);
        return new(
            [
                .. page.Items.Zip(
                    told,
                    (i, t) =>
                        new EventModel(
                            Stream: i.Stream,
                            Version: i.Version,
                            Type: i.Type,
                            Recorded: i.Recorded,
                            StoredAt: i.StoredAt,
                            Sentence: t.Sentence,
                            Leaf: CanonicalValues.Bytes(i.Leaf),
                            Body: JsonNode.Parse(i.Raw)
                        )
                ),
            ],
            page.Next
        );
    }
}
