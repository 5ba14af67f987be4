namespace Medera.Lab.Web.Desk;

/// <summary>Texts that no column and no event can hold are refused at the door, before anything is hashed, asked or locked.</summary>
internal static class TextGuard
{
    private const int LongestText = Limits.Texts.Field;
    private const int LongestPrivate = Limits.Texts.Private;
    private const int LongestList = Limits.Lists.OfACommand;

    /// <exception cref="NotCanonical">U+0000, half a character, or more than a field holds.</exception>
    public static void Check(Request request)
    {
        foreach (var field in CommandFields.List(request.Wanted.GetType()))
            if (field.Property.GetValue(request.Wanted) is System.Collections.ICollection { Count: > LongestList })
                throw new NotCanonical($"{field.Name} holds more than {LongestList} texts.");
        foreach (var (field, path, value) in FieldWalk.Walk(request.Wanted))
        {
            if (value is string or ICode)
                Check(
                    path,
                    value is ICode code ? code.Text : (string)value,
                    field.Private ? LongestPrivate : LongestText
                );
            // JSON can say null where a list says text.
            else if (value is null && FieldWalk.ItemOf(field.Property.PropertyType) is not null && path == field.Name)
                throw new NotCanonical($"{path} holds nothing in a place of its list.");
        }
        foreach (
            var (name, text) in new[]
            {
                ("late.evidence", request.Late?.Evidence),
                ("late.second", request.Late?.Second),
                ("late.performed", request.Late?.Performed),
                ("late.reason", request.Late?.Reason),
                ("witness.user", request.Witness?.User),
            }
        )
            Check(name, text, LongestPrivate);
    }

    private static void Check(string name, string? text, int longest)
    {
        if (text is null)
            return;
        if (text.Length > longest)
            throw new NotCanonical($"{name} has more than {longest} characters.");
        _ = CanonicalText.Normalize(text);
    }
}
