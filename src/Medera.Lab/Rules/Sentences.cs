namespace Medera.Lab.Rules;

/// <summary>What a reader is told of a broken rule. Made where it is shown: the log keeps identifiers and values only.</summary>
public static class Sentences
{
    /// <summary>What is wrong.</summary>
    /// <param name="shown">Turns a value into the reader's words: <see cref="Words.Writer"/>, or a page's own.</param>
    public static string Sentence(Broken broken, string language, Func<string, string, string> shown) =>
        Values.Fill(AllRules.Find(broken).Variants[broken.Variant].In(language), broken.Values, shown);

    /// <summary>The same of a refusal that the log holds.</summary>
    /// <returns>The sentence, or the rule's id alone where the rule is not known any more: old logs stay readable.</returns>
    public static string Sentence(RefusedRule refused, string language, Func<string, string, string> shown) =>
        AllRules.Known.FirstOrDefault(r => r.Id == refused.Rule && r.Variants.ContainsKey(refused.Variant)) is { } rule
            ? Values.Fill(rule.Variants[refused.Variant].In(language), refused.Values, shown)
            : refused.Rule;

    /// <summary>Who can clear it, or what does.</summary>
    public static string ClearedBy(Broken broken, string language) =>
        ClearedBy(broken, language, (_, text) => Words.Word(text, language));

    /// <summary>Who can clear it, its values in a page's own words.</summary>
    public static string ClearedBy(Broken broken, string language, Func<string, string, string> shown) =>
        Values.Fill(AllRules.Find(broken).ClearedBy.In(language), broken.Values, shown);
}
