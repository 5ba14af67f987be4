namespace Medera.Lab.Web.Desk;

/// <summary>Where the work of a next action is done: its form, or the page that holds it.</summary>
public static class ActionLink
{
    public static string To(NextAction action) =>
        action.Verb switch
        {
            "release.sign"
            or "review.trail"
            or "review.open"
            or "review.return"
            or "result.verify"
            or "release.revoke" => $"/release/{action.Batch.Value}",
            _ when action.Container is { } code => $"/processing/containers/{code}/do/{action.Verb}",
            _ => $"/processing/batches/{action.Batch.Value}/do/{action.Verb}",
        };
}
