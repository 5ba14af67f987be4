using System.Security.Cryptography;
using Medera.Lab.Web.Custody;

namespace Medera.Lab.Web.Desk;

/// <summary>What a signature covers: SHA-256 over the canonical list of (stream, version, leaf) read for the decision, and the meaning (custody log §3).</summary>
internal static class SignatureOver
{
    public static Signature Sign(IEnumerable<StreamHead> heads, string meaning, PersonId signer, CaseFile file)
    {
        var list = heads
            .OrderBy(h => h.NaturalKey, StringComparer.Ordinal)
            .Select(h => new SignedHead(h.NaturalKey, h.Version, CanonicalValues.Bytes(h.Leaf)))
            .ToList();
        if (file.Batch is { FirstSignature: { } first } batch && IsReleaseAfterFirst(file, first.AtVersion))
        {
            // The second signer reads the record that the first one signed; the first signature is no part of it. Where anything
            // else moved, the first is void, and this signature covers what is there now.
            var own = StreamHead.NaturalKeyOf(StreamKey.For(batch.Id));
            if (first.Heads.FirstOrDefault(h => h.Stream == own) is { } signed)
            {
                List<SignedHead> same = [.. list.Select(h => h.Stream == own ? signed : h)];
                if (Hash(same, meaning) == first.Over)
                    list = same;
            }
        }
        return new Signature(signer, meaning, Hash(list, meaning), list);
    }

    /// <summary>base64url of the SHA-256 of the canonical JSON {"heads":[[stream, version, leaf] …], "meaning": …}.</summary>
    public static string Hash(IReadOnlyList<SignedHead> heads, string meaning)
    {
        var rows = new Json.Array([.. heads.Select(h => (Json)Json.Array.With(h.Stream, h.Version, h.Leaf))]);
        return CanonicalValues.Bytes(
            SHA256.HashData(CanonicalJson.Write(Json.Object.With(("heads", rows), ("meaning", meaning))))
        );
    }

    private static bool IsReleaseAfterFirst(CaseFile file, int firstAt) => file.BatchVersion == firstAt + 1;
}
