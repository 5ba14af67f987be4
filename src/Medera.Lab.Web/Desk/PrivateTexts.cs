using Medera.Lab.Deciding;

namespace Medera.Lab.Web.Desk;

/// <summary>The texts of a command that may have to be forgotten, by the field that their commitment names.</summary>
internal static class PrivateTexts
{
    public static IReadOnlyDictionary<string, string> Of(Request request, CaseFile file)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in CommandFields.Of(request.Wanted.GetType()).Where(f => f.Private))
            if (field.Property.GetValue(request.Wanted) is string { Length: > 0 } text)
                texts[KeyOf(field.Name)] = text;
        if (request.Late?.Evidence is { Length: > 0 } evidence) texts["late-evidence"] = evidence;
        // The printed name of who signs, as it stood on the day (21 CFR 11.50).
        if (file.Signed is not null) texts["signer-name"] = file.Actor.UserName;
        return texts;
    }

    /// <summary>The reason's code, which the log keeps.</summary>
    public static string? ReasonOf(Request request) => request.Late?.Reason
        ?? (request.Wanted is IReasoned reasoned ? reasoned.Reason : request.Wanted is QualityControl.QualityCommand.CorrectRecord correct ? correct.Reason : null);

    private static string KeyOf(string name) => string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? $"-{char.ToLowerInvariant(c)}" : c.ToString()));
}
