using System.Globalization;
using Medera.Lab.Ledger;

namespace Medera.Lab.Verify.Watching;

/// <summary>What a look at the log gave.</summary>
/// <param name="IsWrong">Whether the log contradicts what was seen before, or itself.</param>
internal sealed record Seen(bool IsWrong, string Sentence);

/// <summary>
/// Looks at a log and compares it with the last checkpoint that was seen, which lies in a file. What contradicts it is kept beside that
/// file and never takes its place.
/// </summary>
internal sealed class Watcher(LogOverHttp log, string stateFile, IReadOnlyList<NoteKey> keys)
{
    /// <summary>Where a checkpoint is kept that contradicts the one in the state file.</summary>
    public string EvidenceFile => stateFile + ".contradiction";

    /// <exception cref="NotReached">The log could not be asked; nothing has changed.</exception>
    /// <exception cref="Unusable">The state file cannot be read or written.</exception>
    public Seen Look()
    {
        var before = Before();
        var bytes = log.Checkpoint();
        Note note;
        Checkpoint now;
        try
        {
            note = Note.Parse(bytes);
            now = Checkpoint.Parse(note.Text);
        }
        catch (Malformed broken)
        {
            throw new NotReached($"What the log gives for a checkpoint is none. {broken.Message}");
        }

        if (
            keys.Count > 0
            && !(
                keys.Any(key => key.Name == now.Origin)
                && note.Verify(keys.Where(key => key.Name == now.Origin)).IsTrusted
            )
        )
            return Wrong(bytes, Text($"The checkpoint of {now.Size} events is not signed by the key that you gave."));
        if (before is null)
        {
            Keep(note);
            return new Seen(
                false,
                Text(
                    $"First seen: {now.Origin} with {now.Size} events and the root {Root(now)}. Of what was before nothing is proved."
                )
            );
        }

        if (before.Origin != now.Origin)
            return Wrong(bytes, $"The log calls itself {now.Origin} now; before it was {before.Origin}.");
        if (now.Size < before.Size)
            return Wrong(bytes, Text($"SHRUNK: {before.Size} events were seen before, now there are {now.Size}."));
        if (now.Size == before.Size)
        {
            return now.Root.AsSpan().SequenceEqual(before.Root)
                ? new Seen(false, Text($"Unchanged: {now.Size} events, root {Root(now)}."))
                : Wrong(
                    bytes,
                    Text(
                        $"TWO HISTORIES: for the same {now.Size} events the root was {Root(before)} and is {Root(now)}."
                    )
                );
        }

        if (!GrewOutOf(before, now))
            return Wrong(
                bytes,
                Text(
                    $"NOT CONSISTENT: the {now.Size} events of now do not begin with the {before.Size} that were seen before."
                )
            );
        Keep(note);
        return new Seen(
            false,
            Text($"Grew from {before.Size} to {now.Size} events, and begins with those seen before. Root {Root(now)}.")
        );
    }

    private bool GrewOutOf(Checkpoint before, Checkpoint now)
    {
        if (before.Size == 0)
            return before.Root.AsSpan().SequenceEqual(Node.EmptyRoot);
        try
        {
            return Proof.IsConsistent(
                before.Size,
                now.Size,
                before.Root,
                now.Root,
                Proof.Consistency(log.Read, before.Size, now.Size)
            );
        }
        catch (Malformed broken)
        {
            throw new NotReached(broken.Message);
        }
    }

    private Checkpoint? Before()
    {
        if (!File.Exists(stateFile))
            return null;
        try
        {
            return Checkpoint.Parse(Note.Parse(File.ReadAllBytes(stateFile)).Text);
        }
        catch (Exception failed) when (failed is Malformed or IOException or UnauthorizedAccessException)
        {
            throw new Unusable(
                "The state file holds no checkpoint. If it was damaged, put back a checkpoint that you kept."
            );
        }
    }

    private void Keep(Note note) => Written(() => DurableFile.Replace(stateFile, note.ToBytes()));

    private Seen Wrong(byte[] shown, string sentence)
    {
        Written(() => DurableFile.Replace(EvidenceFile, shown));
        return new Seen(true, $"{sentence} What the log showed is kept in {Path.GetFileName(EvidenceFile)}.");
    }

    private static void Written(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new Unusable("The state file cannot be written.");
        }
    }

    private static string Root(Checkpoint checkpoint) => Convert.ToBase64String(checkpoint.Root);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
