using System.Globalization;
using Medera.Lab.Batches;
using Medera.Lab.Rules;

namespace Medera.Lab.Web.Shared;

/// <summary>Which family a stored state belongs to, and its word for a chip.</summary>
public static class StateLook
{
    public static StateFamily Of(BatchState state) => state switch
    {
        BatchState.Quarantine or BatchState.UnderReview => StateFamily.Quarantine,
        BatchState.Released => StateFamily.Released,
        BatchState.Rejected or BatchState.Terminated => StateFamily.Rejected,
        BatchState.Cancelled or BatchState.Depleted or BatchState.Closed => StateFamily.Ended,
        _ => StateFamily.Waiting,
    };

    public static StateFamily Of(ContainerState state) => state switch
    {
        ContainerState.Damaged or ContainerState.Lost or ContainerState.NotAdministered => StateFamily.Rejected,
        ContainerState.UsedInProcess or ContainerState.UsedUp or ContainerState.Administered or ContainerState.PartlyAdministered or ContainerState.Discarded => StateFamily.Ended,
        _ => StateFamily.Waiting,
    };

    /// <summary>The word of a state as it stands alone: with a capital of the reader's own language.</summary>
    public static string Word(Enum state)
    {
        var word = Words.Of(state.ToString(), CultureInfo.CurrentUICulture.Name);
        return word.Length == 0 ? word : char.ToUpper(word[0], CultureInfo.CurrentUICulture) + word[1..];
    }
}
