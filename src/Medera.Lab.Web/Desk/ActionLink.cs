namespace Medera.Lab.Web.Desk;

/// <summary>Where the work of a next action is done: its form, or the page that holds it.</summary>
public static class ActionLink
{
    public static string To(NextAction action) =>
        CommandCatalogue.Find(action.Verb) switch
        {
            { } wanted
                when wanted != typeof(CloseBatch)
                    && (wanted.IsSubclassOf(typeof(ReleaseAct)) || wanted == typeof(VerifyResults)) =>
                $"/release/{action.Batch.Value}",
            _ when action.Container is { } code => $"/processing/containers/{code}/do/{action.Verb}",
            _ => $"/processing/batches/{action.Batch.Value}/do/{action.Verb}",
        };
}
