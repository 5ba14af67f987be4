namespace Medera.Lab.Web.Desk;

/// <summary>The texts of a command that may have to be forgotten, by the field that their commitment names.</summary>
internal static class PrivateTexts
{
    /// <summary>The printed name of who signs: about no subject.</summary>
    public const string SignerName = "signer-name";

    /// <summary>
    /// The key of each text: a signer's name under the account's, a text about a subject under the subject's, and any other under
    /// one of its own, so that it can be erased alone.
    /// </summary>
    public static Func<string, Guid> KeyOf(Request request, CaseFile file, IReadOnlyList<Fact> facts)
    {
        var subject =
            facts.OfType<SubjectRegistered>().FirstOrDefault()?.Subject
            ?? (request.Wanted is EraseSubject ? null : file.Subject?.Id);
        return field => field == SignerName ? file.Actor.Id.Value : subject?.Value ?? Ids.New();
    }

    public static IReadOnlyDictionary<string, string> Collect(Request request, CaseFile file)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, path, value) in FieldWalk.Walk(request.Wanted).Where(found => found.Field.KeptPrivate))
        {
            if (value is string { Length: > 0 } text)
                texts[KeyOf(path)] = text;
            else if (value is not (null or ""))
                throw new InvalidOperationException($"{field.Name} is private, and holds a {value.GetType().Name}.");
        }
        if (request.Late?.Evidence is { Length: > 0 } evidence)
            texts["late-evidence"] = evidence;
        // The printed name of who signs, as it stood on the day (21 CFR 11.50).
        if (file.Signed is not null)
            texts[SignerName] = file.Actor.UserName;
        return texts;
    }

    /// <summary>The reason's code, which the log keeps.</summary>
    public static string? ReasonOf(Request request) =>
        request.Late?.Reason
        ?? (
            request.Wanted is IReasoned reasoned ? reasoned.Reason
            : request.Wanted is CorrectRecord correct ? correct.Reason
            : request.TypedWhy
        );

    private static string KeyOf(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? $"-{char.ToLowerInvariant(c)}" : c.ToString()));
}
