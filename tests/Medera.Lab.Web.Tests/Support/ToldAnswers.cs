using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>What an answer says, for a test that did not expect it.</summary>
public static class ToldAnswers
{
    public static string Sentence(this IEnumerable<Rules.Broken> broken) =>
        string.Join("; ", broken.Select(b => $"{b.Rule} {b.Variant} {string.Join(' ', b.Values.Values)}"));

    extension(Answer answer)
    {
        /// <summary>The outcome with every rule.</summary>
        public string Told() => $"{answer.Outcome} {answer.Refusals.Sentence()}";

        /// <summary>The rules that stood against it: "R14 occupied".</summary>
        public IReadOnlyList<string> Rules => [.. answer.Refusals.Select(b => $"{b.Rule} {b.Variant}")];
    }
}
