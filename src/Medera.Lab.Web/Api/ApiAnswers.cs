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
        var told = answer.Refusals.Select(b => Told(b, words, language)).ToList();
        if (answer.Forbidden)
            return ApiErrors.Problem(
                403,
                told[0].Sentence,
                new Dictionary<string, object?>(StringComparer.Ordinal) { ["refusals"] = told }
            );
        var accepted = answer.Outcome == Outcome.Accepted;
        return Results.Ok(
            new AnswerModel(
                answer.Id,
                answer.Outcome.ToString().ToLowerInvariant(),
                answer.At,
                answer.Symbol,
                answer.About,
                answer.Facts,
                accepted ? [] : told,
                accepted ? told : [],
                answer.Next
            )
        );
    }

    private static RefusalModel Told(Rules.Broken broken, Wording words, string language) =>
        new(
            broken.Rule,
            broken.Kind switch
            {
                Rules.RuleKind.QaStop => "QA-STOP",
                Rules.RuleKind.Flag => "FLAG",
                _ => "STOP",
            },
            broken.Variant,
            broken.Values,
            words.Sentence(broken, language),
            Rules.AllRules.Of(broken).Source,
            words.ClearedBy(broken, language)
        );

    private static string Language(HttpContext http) =>
        http.Features.Get<Microsoft.AspNetCore.Localization.IRequestCultureFeature>()?.RequestCulture.UICulture.Name
        ?? "en";
}
