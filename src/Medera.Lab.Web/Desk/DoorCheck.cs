namespace Medera.Lab.Web.Desk;

/// <summary>Texts that no column and no event can hold are refused at the door, before anything is hashed, asked or locked.</summary>
internal static class DoorCheck
{
    private const int LongestText = Limits.Texts.Field;
    private const int LongestPrivate = Limits.Texts.Private;
    private const int LongestList = Limits.Lists.OfACommand;

    /// <exception cref="NotCanonical">U+0000, half a character, or more than a field holds.</exception>
    public static void Texts(Request request)
    {
        foreach (var field in CommandFields.Of(request.Wanted.GetType()))
        {
            switch (field.Property.GetValue(request.Wanted))
            {
                case string text:
                    Check(field.Name, text, field.Private ? LongestPrivate : LongestText);
                    break;
                case ICode code:
                    Check(field.Name, code.Text, LongestText);
                    break;
                case IReadOnlyList<string> texts:
                    if (texts.Count > LongestList)
                        throw new NotCanonical($"{field.Name} holds more than {LongestList} texts.");
                    // JSON can say null where the list says text.
                    foreach (string? text in texts)
                        Check(
                            field.Name,
                            text ?? throw new NotCanonical($"{field.Name} holds nothing in a place of its list."),
                            LongestText
                        );
                    break;
            }
        }
        foreach (
            var (name, text) in new[]
            {
                ("late.evidence", request.Late?.Evidence),
                ("late.second", request.Late?.Second),
                ("late.performed", request.Late?.Performed),
                ("late.reason", request.Late?.Reason),
            }
        )
            if (text is not null)
                Check(name, text, LongestPrivate);
    }

    private static void Check(string name, string text, int longest)
    {
        if (text.Length > longest)
            throw new NotCanonical($"{name} has more than {longest} characters.");
        _ = CanonicalText.Of(text);
    }
}
