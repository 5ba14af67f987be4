using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Api;

/// <summary>Answers of the desk in the door's shapes. A refusal by a rule is an answer, not an error; what nobody may ask is one.</summary>
internal static class ApiAnswers
{
    /// <summary>The answer to an attempt, in the language that was asked for.</summary>
    public static async Task<IResult> ToldAsync(Answer answer, Wording words, HttpContext http)
    {
        var language = Language(http);
        await words.LearnAsync(answer.Refusals);
        var told = answer.Refusals.Select(b => Model(b, words, language)).ToList();
        if (answer.Forbidden)
            return ApiErrors.Problem(
                403,
                told[0].Sentence,
                new Dictionary<string, object?>(StringComparer.Ordinal) { ["refusals"] = told }
            );
        var accepted = answer.Outcome == Outcome.Accepted;
        return Results.Ok(
            new AnswerModel(
                Id: answer.Id,
                Outcome: answer.Outcome.ToString().ToLowerInvariant(),
                At: answer.At,
                Symbol: answer.Symbol,
                About: answer.About,
                Facts: answer.Facts,
                Refusals: accepted ? [] : told,
                Flags: accepted ? told : [],
                Next: answer.Next
            )
        );
    }

    private static RefusalModel Model(Rules.Broken broken, Wording words, string language) =>
        new(
            Rule: broken.Rule,
            Kind: broken.Kind switch
            {
                Rules.RuleKind.QaStop => "QA-STOP",
                Rules.RuleKind.Flag => "FLAG",
                _ => "STOP",
            },
            Variant: broken.Variant,
            Values: broken.Values,
            Sentence: words.Sentence(broken, language),
            Source: Rules.AllRules.Find(broken).Source,
            ClearedBy: words.ClearedBy(broken, language)
        );

    private static string Language(HttpContext http) =>
        http.Features.Get<Microsoft.AspNetCore.Localization.IRequestCultureFeature>()?.RequestCulture.UICulture.Name
        ?? "en";
}
