namespace Medera.Lab.Web.Steps;

/// <summary>
/// The forms that offer to record what was done before it could be recorded. Decisions are not among them: they are given when they
/// are given. The desk judges a late record all the same.
/// </summary>
internal static class LateSteps
{
    private static readonly HashSet<Type> Offered =
    [
        typeof(CompleteCollection),
        typeof(ReceiveContainer),
        typeof(IsolateCells),
        typeof(SeedCells),
        typeof(ChangeMedium),
        typeof(PassageCells),
        typeof(DivideVessel),
        typeof(PoolVessels),
        typeof(CountCells),
        typeof(HarvestCells),
        typeof(FillContainers),
        typeof(FreezeBatch),
        typeof(PutAway),
        typeof(TakeOut),
        typeof(ReportDamage),
        typeof(ReportLoss),
        typeof(DiscardContainer),
        typeof(ConsumeMaterial),
        typeof(StartThaw),
        typeof(CompleteThaw),
        typeof(StartAdministration),
        typeof(CompleteAdministration),
        typeof(StopAdministration),
        typeof(WithholdContainer),
    ];

    /// <summary>Whether the form of a command offers it.</summary>
    public static bool Offers(Type command) =>
        Offered.Contains(command)
        || CommandCatalogue.All.Any(c => c.Type == command && c.Verb is ActAttribute { Late: true });
}
