using System.Diagnostics;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Shared;

/// <summary>The family and word of each state. Expired is derived from the time, never stored.</summary>
public static class StateLook
{
    /// <summary>Family and word of a batch, as it stands now.</summary>
    public static (StateFamily Family, string Word) Describe(
        BatchState state,
        DateTimeOffset? expiry,
        DateTimeOffset now
    ) =>
        expiry <= now && (state is BatchState.Released or BatchState.UnderReview or BatchState.Quarantine)
            ? (StateFamily.Expired, Word("expired"))
            : (Family(state), Word(state.ToString()));

    /// <summary>Family and word of a container of a batch: its own state, and its batch's disposition while it is in stock.</summary>
    public static (StateFamily Family, string Word) Describe(Container container) =>
        (Family(container.State), Word(container.State.ToString()));

    /// <summary>The family of a batch's stored state, whatever the time.</summary>
    public static StateFamily FamilyOf(BatchState state) => Family(state);

    /// <summary>The family of a container's stored state.</summary>
    public static StateFamily FamilyOf(ContainerState state) => Family(state);

    /// <summary>The word of a state as a chip shows it.</summary>
    public static string Word(Enum state) => Word(state.ToString());

    /// <summary>A code's word with a capital, as a chip shows it.</summary>
    public static string Word(string code)
    {
        var word = Wording.Word(code);
        return word.Length == 0
            ? word
            : string.Concat(word[..1].ToUpper(System.Globalization.CultureInfo.CurrentUICulture), word.AsSpan(1));
    }

    private static StateFamily Family(BatchState state) =>
        state switch
        {
            BatchState.Quarantine or BatchState.UnderReview => StateFamily.Quarantine,
            BatchState.Released => StateFamily.Released,
            BatchState.Rejected or BatchState.Terminated => StateFamily.Rejected,
            BatchState.Cancelled or BatchState.Depleted or BatchState.Closed => StateFamily.Ended,
            BatchState.Planned
            or BatchState.Collected
            or BatchState.Received
            or BatchState.InProcess
            or BatchState.Filled => StateFamily.Waiting,
            _ => throw new UnreachableException($"Nobody knows how {state} looks."),
        };

    private static StateFamily Family(ContainerState state) =>
        state switch
        {
            ContainerState.Ready or ContainerState.Matched or ContainerState.Administering => StateFamily.Released,
            ContainerState.Damaged or ContainerState.Lost or ContainerState.NotAdministered => StateFamily.Rejected,
            ContainerState.Administered
            or ContainerState.PartlyAdministered
            or ContainerState.Discarded
            or ContainerState.UsedUp
            or ContainerState.UsedInProcess => StateFamily.Ended,
            ContainerState.Filled
            or ContainerState.InCulture
            or ContainerState.Drawn
            or ContainerState.Retained
            or ContainerState.Stored
            or ContainerState.Out
            or ContainerState.Thawing => StateFamily.Waiting,
            _ => throw new UnreachableException($"Nobody knows how {state} looks."),
        };
}
