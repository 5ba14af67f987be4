using System.Text.Json;
using Medera.Lab.Ledger;
using Xunit;

namespace Medera.Lab.Tests.Ledger;

/// <summary>
/// The vectors of transparency-dev/merkle, one JSON file each. They are not ours and not in the repository: the variable
/// MEDERA_MERKLE_VECTORS names the folder that has <c>inclusion</c> and <c>consistency</c>. Without it the same kinds of
/// damage are judged by <see cref="Merkle_tree"/> alone.
/// </summary>
public class Public_vectors
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("MEDERA_MERKLE_VECTORS");

    [Fact]
    public void of_inclusion_are_judged_as_they_say_where_they_are_present() =>
        Judge(
            "inclusion",
            vector =>
            {
                var right = Proof.Includes(
                    Number(vector, "leafIdx"),
                    Number(vector, "treeSize"),
                    Bytes(vector, "leafHash"),
                    Hashes(vector),
                    Bytes(vector, "root")
                );
                return right != vector.GetProperty("wantErr").GetBoolean();
            }
        );

    [Fact]
    public void of_consistency_are_judged_as_they_say_where_they_are_present_and_a_proof_from_nothing_is_refused() =>
        Judge(
            "consistency",
            vector =>
            {
                var from = Number(vector, "size1");
                var right = Proof.IsConsistent(
                    from,
                    Number(vector, "size2"),
                    Bytes(vector, "root1"),
                    Bytes(vector, "root2"),
                    Hashes(vector)
                );
                return right == (from > 0 && !vector.GetProperty("wantErr").GetBoolean());
            }
        );

    private static void Judge(string kind, Func<JsonElement, bool> judgedRight)
    {
        if (Folder is null)
            return;
        var files = Directory.GetFiles(Path.Combine(Folder, kind), "*.json", SearchOption.AllDirectories);
        Assert.True(files.Length >= 98, $"{files.Length} vectors");
        Assert.All(
            files,
            file => Assert.True(judgedRight(JsonDocument.Parse(File.ReadAllBytes(file)).RootElement), file)
        );
    }

    // Sizes from 2^63 on come out negative, and are refused as such.
    private static long Number(JsonElement vector, string name) =>
        unchecked((long)vector.GetProperty(name).GetUInt64());

    private static byte[] Bytes(JsonElement vector, string name) =>
        vector.GetProperty(name).GetString() is { } text ? Convert.FromBase64String(text) : [];

    private static IReadOnlyList<byte[]> Hashes(JsonElement vector) =>
        vector.GetProperty("proof") is { ValueKind: JsonValueKind.Array } proof
            ?
            [
                .. proof
                    .EnumerateArray()
                    .Select(hash => hash.GetString() is { } text ? Convert.FromBase64String(text) : []),
            ]
            : [];
}
