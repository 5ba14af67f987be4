using Medera.Lab.Deciding;
using Medera.Lab.People;

namespace Medera.Lab.Inventory;

/// <summary>The command is about a lot of material, by its code.</summary>
public interface INameMaterial
{
    string Material { get; }
}

/// <summary>The command is about a tray, by its code.</summary>
public interface INameTray
{
    string Tray { get; }
}

/// <summary>Commands about lots of material. Quantities are in the lot's own unit.</summary>
public abstract record MaterialCommand : Command
{
    /// <summary>Takes a lot in, under a code that no lot bears yet. It waits for QA.</summary>
    [Verb("material.receive", Roles.Technician)]
    public sealed record Receive(
        string Material,
        [property: CodeText(Title = true)] string Article,
        [property: CodeText(Title = true)] string Supplier,
        [property: CodeText] string Lot,
        [property: CodeText] string? Gtin,
        DateTimeOffset Expiry,
        decimal Quantity,
        MaterialUnit Unit
    ) : MaterialCommand, INameMaterial;

    /// <summary>QA has read the certificate and lets the lot be used.</summary>
    [Verb("material.accept", Roles.Qa)]
    public sealed record Accept(string Material, [property: CodeText] string Certificate)
        : MaterialCommand,
            INameMaterial;

    [Verb("material.open", Roles.Technician)]
    public sealed record Open(string Material) : MaterialCommand, INameMaterial;

    [Verb("material.quarantine", Roles.Technician | Roles.Qa)]
    public sealed record Quarantine(string Material, string Reason, [property: Private] string? ReasonText)
        : MaterialCommand,
            INameMaterial,
            IReasoned;

    [Verb("material.recall", Roles.Qa)]
    public sealed record Recall(string Material, string Reason, [property: Private] string? ReasonText)
        : MaterialCommand,
            INameMaterial,
            IReasoned;

    /// <summary>Says that nothing is left of a lot: it was used without a quantity, or thrown away.</summary>
    [Verb("material.use-up", Roles.Technician)]
    public sealed record UseUp(string Material, string Reason, [property: Private] string? ReasonText)
        : MaterialCommand,
            INameMaterial,
            IReasoned;

    /// <summary>
    /// Uses a lot in the batch of a container. A batch's number is never scanned: any of its containers stands for it. By scans: the lot
    /// and the container, in either order.
    /// </summary>
    /// <param name="Quantity">Null: used, and not measured.</param>
    [Verb("material.consume", Roles.Technician)]
    public sealed record Consume(string Material, string Container, decimal? Quantity)
        : MaterialCommand,
            INameMaterial,
            INameContainer;
}

/// <summary>Commands about trays.</summary>
public abstract record TrayCommand : Command
{
    /// <summary>Lays a lot on a tray; a tray that nobody knows yet is a new one. By scans: the lot and the tray, in either order.</summary>
    [Verb("tray.lay", Roles.Technician)]
    public sealed record Lay(string Material, string Tray) : TrayCommand, INameTray, INameMaterial;

    [Verb("tray.take-off", Roles.Technician)]
    public sealed record TakeOff(string Material, string Tray) : TrayCommand, INameTray, INameMaterial;

    /// <summary>Uses all that lies on a tray in the batch of a container, or nothing. By scans: the tray and the container, in either order.</summary>
    [Verb("tray.consume", Roles.Technician)]
    public sealed record Consume(string Tray, string Container) : TrayCommand, INameTray, INameContainer;
}
