using System.Globalization;
using System.Reflection;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Home;

/// <summary>What scans have just done, in a word or two: each fact that a scan may make says it of itself.</summary>
internal static class OutcomeText
{
    /// <summary>The words of the last fact that has some; null where scans make none of these.</summary>
    public static string? Describe(IReadOnlyList<FactMade> facts) =>
        facts.Select(fact => Words(fact.Type)).LastOrDefault(words => words is not null);

    private static string? Words(string fact) =>
        FactNames.Latest(fact)?.GetCustomAttribute<ScannedAttribute>()?.Words.In(CultureInfo.CurrentUICulture.Name);
}
