namespace Medera.Lab.Web.Desk;

/// <summary>What may be scanned or done next, as words of the intent table; a screen turns them into sentences.</summary>
internal static class ExpectedScans
{
    /// <summary>The card that confirms a command of two containers, as a word: confirm-divide, confirm-pool, confirm-relabel.</summary>
    public static string ToConfirm(Command asked) => $"confirm-{CommandCatalogue.Find(asked).Name.Split('.')[^1]}";

    /// <summary>Whether a word asks for that card.</summary>
    public static bool IsToConfirm(string word) => word.StartsWith("confirm-", StringComparison.Ordinal);

    public static IReadOnlyList<string> After(Lives lives, IReadOnlyList<Fact> facts) =>
        facts.LastOrDefault(f => f is ContainerFact) switch
        {
            BedsideConfirmed => ["second-check"],
            BedsideMatched => [CommandCatalogue.Name<StartAdministration>()],
            ThawStarted => [CommandCatalogue.Name<CompleteThaw>()],
            ThawCompleted => [CommandCatalogue.Name<ConfirmAtBedside>()],
            AdministrationStarted => [CommandCatalogue.Name<CompleteAdministration>()],
            ContainerIdentified => [CommandCatalogue.Name<PrintLabels>(), CommandCatalogue.Name<RelabelContainer>()],
            ContainerTakenOut => ["position", CommandCatalogue.Name<StartThaw>()],
            ContainerFact fact => For(lives.Containers[fact.Container]),
            null when facts.Any(f => f is MaterialLaidOnTray) => ["material"],
            _ => [],
        };

    /// <summary>What a container waits for.</summary>
    public static IReadOnlyList<string> For(Container container) =>
        container switch
        {
            { State: ContainerState.Filled, Kind: ContainerKind.Collection } =>
            [
                CommandCatalogue.Name<ReceiveContainer>(),
                "badge",
            ],
            {
                State: ContainerState.Filled or ContainerState.Out or ContainerState.Drawn or ContainerState.Retained,
                Position: null
            } => ["position", "badge"],
            { State: ContainerState.Stored or ContainerState.Drawn or ContainerState.Retained } => ["position"],
            // Between two steps a batch is known by a container whose content is already elsewhere.
            { State: ContainerState.UsedInProcess } => ["equipment"],
            { State: ContainerState.Thawing } => [CommandCatalogue.Name<CompleteThaw>(), "badge"],
            { State: ContainerState.Ready } => ["wristband", "badge"],
            { Kind: ContainerKind.Vessel, State: ContainerState.InCulture } =>
            [
                "roll",
                "vessel",
                "material",
                "tray",
                "equipment",
            ],
            { State: ContainerState.Matched } => ["wristband"],
            _ => [],
        };
}
