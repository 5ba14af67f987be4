using Medera.Lab.Administration;
using Medera.Lab.Collection;
using Medera.Lab.Deciding;
using Medera.Lab.Inventory;
using Medera.Lab.Processing;

namespace Medera.Lab.Web.Steps;

/// <summary>
/// The forms that offer to record what was done before it could be recorded. Decisions are not among them: they are given when they
/// are given. The desk judges a late record all the same.
/// </summary>
internal static class LateSteps
{
    private static readonly HashSet<Type> Offered =
    [
        typeof(CollectionCommand.Collect),
        typeof(CollectionCommand.Receive),
        typeof(ProcessingCommand.Isolate),
        typeof(ProcessingCommand.Seed),
        typeof(ProcessingCommand.ChangeMedium),
        typeof(ProcessingCommand.Passage),
        typeof(ProcessingCommand.Divide),
        typeof(ProcessingCommand.Pool),
        typeof(ProcessingCommand.Count),
        typeof(ProcessingCommand.Harvest),
        typeof(ProcessingCommand.Fill),
        typeof(ProcessingCommand.Freeze),
        typeof(StorageCommand.Put),
        typeof(StorageCommand.Retrieve),
        typeof(StorageCommand.ReportDamage),
        typeof(StorageCommand.ReportLoss),
        typeof(StorageCommand.Discard),
        typeof(MaterialCommand.Consume),
        typeof(AdministrationCommand.StartThaw),
        typeof(AdministrationCommand.CompleteThaw),
        typeof(AdministrationCommand.StartAdministration),
        typeof(AdministrationCommand.CompleteAdministration),
        typeof(AdministrationCommand.StopAdministration),
        typeof(AdministrationCommand.NotAdminister),
    ];

    /// <summary>Whether the form of a command offers it.</summary>
    public static bool Offers(Type command) =>
        Offered.Contains(command)
        || CommandCatalogue.All.Any(c => c.Type == command && c.Verb is ActAttribute { Late: true });
}
