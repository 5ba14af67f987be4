using System.Globalization;
using System.Net;
using System.Text;
using Medera.Lab.Ledger;

namespace Medera.Lab.Web.Sealing;

/// <summary>What a witness answered to a checkpoint.</summary>
public abstract record WitnessAnswer
{
    /// <summary>It cosigned: this line goes below the note.</summary>
    public sealed record Cosigned(NoteSignature Line) : WitnessAnswer;

    /// <summary>It last saw another size than was said: a smaller one is proved from there, a larger one is trouble.</summary>
    public sealed record LastSaw(long Size) : WitnessAnswer;

    /// <summary>What it saw before is not the beginning of this log.</summary>
    public sealed record Contradicts(string Why) : WitnessAnswer;

    /// <summary>It could not be asked, or said something else. It is asked again with the next checkpoint.</summary>
    public sealed record NoAnswer(string Why) : WitnessAnswer;
}

/// <summary>Asks a witness to cosign (C2SP tlog-witness, add-checkpoint).</summary>
public sealed class WitnessClient(HttpClient http)
{
    private const int MostBytes = Limits.Bytes.WitnessAnswer;

    /// <summary>Sends a checkpoint with the proof that it follows from the size that the witness saw last.</summary>
    /// <param name="old">That size; 0 for a witness that saw none.</param>
    public async Task<WitnessAnswer> AskAsync(
        PolicyWitness witness,
        StoredCheckpoint checkpoint,
        long old,
        IReadOnlyList<byte[]> proof,
        CancellationToken cancel
    )
    {
        var body = new StringBuilder().Append(CultureInfo.InvariantCulture, $"old {old}\n");
        foreach (var hash in proof)
            body.Append(Convert.ToBase64String(hash)).Append('\n');
        body.Append('\n').Append(checkpoint.Note);
        try
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToString()));
            using var request = new HttpRequestMessage(
                HttpMethod.Post,
                new Uri(witness.Url!.AbsoluteUri.TrimEnd('/') + "/add-checkpoint")
            )
            {
                Content = content,
            };
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return Read(witness, checkpoint, old, answer.StatusCode, await TextAsync(answer, cancel));
        }
        catch (Exception trouble)
            when (trouble is HttpRequestException or IOException
                || (trouble is OperationCanceledException && !cancel.IsCancellationRequested)
            )
        {
            return new WitnessAnswer.NoAnswer(trouble.Message);
        }
    }

    private static WitnessAnswer Read(
        PolicyWitness witness,
        StoredCheckpoint checkpoint,
        long old,
        HttpStatusCode status,
        string text
    ) =>
        status switch
        {
            HttpStatusCode.OK => Line(witness, checkpoint, text),
            HttpStatusCode.Conflict
                when long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
                    && seen != old => new WitnessAnswer.LastSaw(seen),
            HttpStatusCode.Conflict => new WitnessAnswer.Contradicts($"it saw another root at size {old}"),
            HttpStatusCode.UnprocessableEntity => new WitnessAnswer.Contradicts(
                $"the log of size {checkpoint.Size} does not begin with the {old} events that it saw"
            ),
            _ => new WitnessAnswer.NoAnswer($"it answered {(int)status}"),
        };

    /// <summary>Among the lines the one that the witness's key made; nothing else is believed.</summary>
    private static WitnessAnswer Line(PolicyWitness witness, StoredCheckpoint checkpoint, string text)
    {
        var noted = Note.Parse(Encoding.UTF8.GetBytes(checkpoint.Note)).Text;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(Limits.Bytes.WitnessLines))
        {
            try
            {
                var signature = NoteSignature.Parse(line);
                if (
                    witness.Key.Made(signature)
                    && witness.Key.Verify(Encoding.UTF8.GetBytes(noted), signature.Bytes, out _)
                )
                    return new WitnessAnswer.Cosigned(signature);
            }
            catch (Malformed)
            {
                // Another line may be the one.
            }
        }
        return new WitnessAnswer.NoAnswer("its answer holds no cosignature of its key");
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        var buffer = new byte[MostBytes];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }
}
