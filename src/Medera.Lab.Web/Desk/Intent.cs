namespace Medera.Lab.Web.Desk;

/// <summary>A known code, or one from the roll that is bound to nothing yet.</summary>
/// <param name="Former">What bore it before, and bears another code now; null for all others.</param>
/// <param name="Voided">A wristband that was voided; null for all others.</param>
internal sealed record Symbol(
    OwnCode Code,
    Container? Container,
    AboutThing? About,
    FormerCode? Former = null,
    FormerWristband? Voided = null
)
{
    public bool FromTheRoll => Code.Kind == CodeKind.Container && Container is null && Former is null;

    public bool InCulture => Container is { Kind: ContainerKind.Vessel, State: ContainerState.InCulture };

    /// <summary>A box has a code of the kind for places; nothing is put into it but into its positions.</summary>
    public bool IsBox => About?.Kind == "box";

    /// <summary>A thing of the house: its code opens its page, and does no work with another one.</summary>
    public bool OpensPage => About is { } about && HouseThings.Called(about.Kind) is not null;

    /// <summary>A tray that nothing was laid on yet: its code is bound with the first lot.</summary>
    public bool NewTray => Code.Kind == CodeKind.Tray && About is null;
}

/// <summary>Two scans do the work: a first and a second code become one command. A table; the order matters where it says something.</summary>
internal static class Intent
{
    /// <summary>The command that two codes mean, or null: they do nothing together.</summary>
    public static Command? Join(Symbol first, Symbol second) =>
        (first.Code.Kind, second.Code.Kind) switch
        {
            _ when first.IsBox || second.IsBox => null,
            (CodeKind.Container, CodeKind.Position) when !first.FromTheRoll => new PutAway(
                new ContainerCode(first.Code.Text),
                new PositionCode(second.Code.Text)
            ),
            (CodeKind.Position, CodeKind.Container) when !second.FromTheRoll => new TakeOut(
                new ContainerCode(second.Code.Text),
                new PositionCode(first.Code.Text)
            ),
            (CodeKind.Container, CodeKind.Badge) when !first.FromTheRoll => new HandOver(
                new ContainerCode(first.Code.Text),
                new BadgeCode(second.Code.Text)
            ),
            (CodeKind.Equipment, CodeKind.Container) when !second.FromTheRoll => new UseEquipment(
                new(first.Code.Text),
                new(second.Code.Text)
            ),
            (CodeKind.Container, CodeKind.Equipment) when !first.FromTheRoll => new UseEquipment(
                new(second.Code.Text),
                new(first.Code.Text)
            ),
            (CodeKind.Wristband, CodeKind.Container) => AtWristband(first, second),
            (CodeKind.Container, CodeKind.Wristband) => AtWristband(second, first),
            (CodeKind.MaterialLot, CodeKind.Container) when !second.FromTheRoll => new ConsumeMaterial(
                new MaterialCode(first.Code.Text),
                new ContainerCode(second.Code.Text),
                null
            ),
            (CodeKind.Container, CodeKind.MaterialLot) when !first.FromTheRoll => new ConsumeMaterial(
                new MaterialCode(second.Code.Text),
                new ContainerCode(first.Code.Text),
                null
            ),
            (CodeKind.MaterialLot, CodeKind.Tray) => new LayOnTray(
                new MaterialCode(first.Code.Text),
                new TrayCode(second.Code.Text)
            ),
            (CodeKind.Tray, CodeKind.MaterialLot) => new LayOnTray(
                new MaterialCode(second.Code.Text),
                new TrayCode(first.Code.Text)
            ),
            (CodeKind.Tray, CodeKind.Container) when !first.NewTray && !second.FromTheRoll => new ConsumeTray(
                new TrayCode(first.Code.Text),
                new ContainerCode(second.Code.Text)
            ),
            (CodeKind.Container, CodeKind.Tray) when !second.NewTray && !first.FromTheRoll => new ConsumeTray(
                new TrayCode(second.Code.Text),
                new ContainerCode(first.Code.Text)
            ),
            _ => null,
        };

    /// <summary>
    /// What two containers mean, one after the other. They are scanned to be looked at as well, and a fresh code is the beginning of
    /// something else as often: what cannot be undone waits for a card.
    /// </summary>
    public static Command? AwaitingConfirmation(Symbol first, Symbol second) =>
        (first, second) switch
        {
            ({ InCulture: true }, { FromTheRoll: true }) => new DivideVessel(
                new ContainerCode(first.Code.Text),
                new ContainerCode(second.Code.Text)
            ),
            ({ Container: not null }, { FromTheRoll: true }) => new RelabelContainer(
                new ContainerCode(first.Code.Text),
                new ContainerCode(second.Code.Text)
            ),
            ({ InCulture: true }, { InCulture: true }) when first.Container!.Batch == second.Container!.Batch =>
                new PoolVessels(new ContainerCode(first.Code.Text), new ContainerCode(second.Code.Text)),
            _ => null,
        };

    /// <summary>What may be scanned after a first code, as words for the screen.</summary>
    public static IReadOnlyList<string> After(Symbol first) =>
        first.Code.Kind switch
        {
            CodeKind.Container when first.FromTheRoll => ["wristband"],
            CodeKind.Container when first.Container is { } known => ExpectedScans.For(known),
            CodeKind.Position => first.IsBox ? ["position"] : ["container"],
            CodeKind.Equipment => ["container"],
            CodeKind.Wristband => ["container"],
            CodeKind.MaterialLot => ["container", "tray"],
            CodeKind.Tray when first.NewTray => ["material"],
            CodeKind.Tray => ["container", "material"],
            _ => [],
        };

    /// <summary>A container from the roll is collected into; a known one is matched.</summary>
    private static Command AtWristband(Symbol wristband, Symbol container) =>
        container.FromTheRoll
            ? new CompleteCollection(new WristbandCode(wristband.Code.Text), new ContainerCode(container.Code.Text))
            : new ConfirmAtBedside(new WristbandCode(wristband.Code.Text), new ContainerCode(container.Code.Text));
}
