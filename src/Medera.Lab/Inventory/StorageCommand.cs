using Medera.Lab.Deciding;
using Medera.Lab.People;

namespace Medera.Lab.Inventory;

/// <summary>Commands about where things lie.</summary>
public abstract record StorageCommand : Command
{
    /// <summary>Put away, or move if it lies elsewhere. By scans: the container, then the position.</summary>
    [Verb("storage.put", Roles.Technician)]
    public sealed record Put(string Container, string Position) : StorageCommand, INameContainer, INamePosition;

    /// <summary>Take out and verify. By scans: the position, then the container.</summary>
    [Verb("storage.retrieve", Roles.Technician)]
    public sealed record Retrieve(string Container, string Position) : StorageCommand, INameContainer, INamePosition;

    /// <summary>Gives what one has in hand to another person. By scans: the container, then that person's badge.</summary>
    [Verb("custody.hand-over", Roles.Staff)]
    public sealed record HandOver(string Container, string Badge) : StorageCommand, INameContainer, INameBadge;

    /// <summary>
    /// Says which container it is whose label no reader reads: by its position, a neighbour, the code as it is printed, and a second
    /// person's badge. A new label comes next.
    /// </summary>
    /// <param name="Neighbour">A container that lies beside it; null only where none does.</param>
    [Verb("container.identify", Roles.Technician)]
    public sealed record Identify(
        string Container,
        string Position,
        string? Neighbour,
        string Badge,
        LabelTrouble Trouble
    ) : StorageCommand, INameContainer, INamePosition, INameBadge;

    /// <summary>
    /// A new label from the roll in place of the old one, which opens nothing from then on. By scans: the container, a code from the roll,
    /// and the card of confirmation. What bears a printed label is reprinted instead (rule R13).
    /// </summary>
    [Verb("container.relabel", Roles.Technician)]
    public sealed record Relabel(string Container, string NewCode) : StorageCommand, INameContainer, IBindCodes
    {
        /// <inheritdoc/>
        public IEnumerable<string> Bound => [NewCode];
    }

    [Verb("container.damage", Roles.Technician | Roles.Nurse)]
    public sealed record ReportDamage(string Container, string Reason, [property: Private] string? ReasonText)
        : StorageCommand,
            INameContainer,
            IReasoned;

    [Verb("container.lose", Roles.Technician | Roles.Nurse)]
    public sealed record ReportLoss(string Container, string Reason, [property: Private] string? ReasonText)
        : StorageCommand,
            INameContainer,
            IReasoned;

    [Verb("container.find", Roles.Technician)]
    public sealed record ReportFind(string Container, string Reason, [property: Private] string? ReasonText)
        : StorageCommand,
            INameContainer,
            IReasoned;

    [Verb("disposal.witness", Roles.Technician | Roles.Qa)]
    public sealed record Discard(string Container, string Reason, [property: Private] string? ReasonText)
        : StorageCommand,
            INameContainer,
            IReasoned;

    /// <param name="Code">The box's own code, of the kind for places: scanned, it says what lies in it.</param>
    [Verb("storage.register-box", Roles.Administrator)]
    public sealed record RegisterBox(
        string Code,
        string Tank,
        string Rack,
        string Name,
        int Rows,
        int Columns,
        IReadOnlyList<string> Codes
    ) : StorageCommand;
}

/// <summary>Why a label cannot be read.</summary>
public enum LabelTrouble
{
    Frosted,
    Torn,
}
