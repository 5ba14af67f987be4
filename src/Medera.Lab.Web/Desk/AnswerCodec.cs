using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Medera.Lab.Web.Data.Mappings;

namespace Medera.Lab.Web.Desk;

/// <summary>Answers as they are kept, and the hash that tells whether the same id came with the same content.</summary>
internal static class AnswerCodec
{
    public static byte[] Write(Answer answer) => JsonSerializer.SerializeToUtf8Bytes(answer, JsonParts.Options);

    public static Answer Read(byte[] kept) => JsonSerializer.Deserialize<Answer>(kept, JsonParts.Options)!;

    /// <summary>Hash of a command's content. Passwords, private texts and what is no code where a code is asked are left out: a hash of a short text could be guessed back.</summary>
    public static byte[] Hash(Request request)
    {
        var fields = new JsonObject();
        foreach (var (field, path, value) in FieldWalk.Walk(request.Wanted))
        {
            if (field.Private)
                continue;
            if (!fields.TryGetPropertyValue(path, out var said))
                fields[path] = said = new JsonArray();
            said!
                .AsArray()
                .Add(
                    value switch
                    {
                        null => null,
                        ICode code => Understood(code.Text),
                        string text => field.Kind == "codes" ? Understood(text) : Plain(text),
                        _ => JsonSerializer.SerializeToNode(value, value.GetType(), JsonParts.Options),
                    }
                );
        }
        return Hash(
            CommandCatalogue.Find(request.Wanted).Name,
            fields.ToJsonString(),
            request.Actor.Value.ToString(),
            request.Late is { } late ? $"{late.Happened:O} {late.Reason} {late.Second} {late.Performed}"
                : request.Witness is { } witness ? $"by {witness.User}"
                : ""
        );
    }

    /// <summary>Hash of a scan's content: the code as understood. Text that is no code may be personal and is not hashed.</summary>
    public static byte[] Hash(ScanRequest scan, string understood) =>
        Hash("scan", understood, scan.Actor.Value.ToString(), scan.Station.Value.ToString());

    /// <summary>A code of ours as it is. Where a code was asked and something else typed, it may be somebody's number.</summary>
    private static string Understood(string? text) =>
        text is null ? ""
        : Barcode.Read(text) is var read && read is Reading.Own own ? own.Code.Text
        : read.GetType().Name;

    /// <summary>So many digits and nothing else are somebody's number, whatever the field is called.</summary>
    private static string Plain(string text) =>
        text.Length >= 9 && text.All(c => char.IsDigit(c) || c is ' ' or '-' or '.') ? "number" : text;

    private static byte[] Hash(params string[] parts) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(new JsonArray([.. parts.Select(p => (JsonNode)p)]).ToJsonString()));
}
