using Medera.Lab.Web.Data;

namespace Medera.Lab.Web.Desk;

/// <summary>
/// Finds what a command names (identifiers only, which never change), so that the desk can lock; then, under the locks, reads
/// the rows that the rules may look at. Each station has its part of it.
/// </summary>
internal sealed class CaseLoader(LabDb db, Command wanted)
{
    private readonly Found found = new(wanted);

    /// <summary>Streams whose version will grow if the command is accepted, and that exist already.</summary>
    public IReadOnlyCollection<StreamKey> ToWrite { get; private set; } = [];

    /// <summary>Streams that the decision reads and that must not grow meanwhile.</summary>
    public IReadOnlyCollection<StreamKey> ToRead { get; private set; } = [];

    /// <summary>Reads identifiers, without locks: which batch a code is of, whose wristband it is.</summary>
    public async Task ResolveAsync()
    {
        foreach (var part in ILoading.InOrder)
            await part.FindAsync(found, db);
        ToWrite = [.. PartOf(wanted).Writes(found).Distinct()];
        ToRead = [.. found.Streams.Except(ToWrite)];
    }

    /// <summary>Reads the rows, under the locks.</summary>
    public async Task<Lives> ReadAsync()
    {
        var lives = Lives.None;
        foreach (var part in ILoading.InOrder.Reverse())
            lives = await part.ReadAsync(found, db, lives);
        return lives;
    }

    /// <summary>The part that says what an act writes.</summary>
    public static ILoading PartOf(Command wanted) =>
        ILoading.InOrder.Single(part => part.Acts.Any(family => family.IsInstanceOfType(wanted)));
}
