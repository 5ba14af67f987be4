namespace Medera.Lab.Web.Custody;

/// <summary>What lists and timelines find an event by: said once, for the desk that writes it and for a rebuild that makes it again.</summary>
public static class ReadModel
{
    /// <summary>Everything whose timeline an event stands on, each once.</summary>
    public static IEnumerable<Guid> TimelinesOf(Entry entry) =>
        entry.About.Append(entry.Actor.Value).Concat(TypedCodes.MarkOf(entry)).Distinct();

    /// <summary>Where an event was recorded; empty where no station is registered yet.</summary>
    public static Guid StationOf(Entry entry) => entry.Station?.Value ?? Guid.Empty;

    /// <summary>What an event is called.</summary>
    public static string TypeOf(Entry entry) => FactNames.Find(entry.Data.GetType()).Name;
}
