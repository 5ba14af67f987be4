using Medera.Lab.Web.Access;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Sealing;

namespace Medera.Lab.Web.Demonstration;

/// <summary>
/// Does the demonstration's commands at the desk, as people would: by name, at a station, signed with the password. Identifiers
/// of commands are made from their number, so that a start that was killed goes on where it stopped.
/// </summary>
internal sealed class DemonstrationDesk(LabDesk desk, Sequencer sequencer)
{
    private readonly Dictionary<string, PersonId> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StationId> stations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counted = new(StringComparer.Ordinal);

    /// <summary>Lets a person act from now on.</summary>
    public void Know(string user, PersonId person) => people[user] = person;

    /// <summary>Lets a station be named from now on.</summary>
    public void Know(string station, StationId id) => stations[station] = id;

    /// <summary>Does a command that must be accepted.</summary>
    /// <param name="of">Whose commands these are: numbers of one script do not depend on another's.</param>
    public async Task<Answer> Do(string of, string who, string? at, Command wanted, string? newPassword = null)
    {
        var answer = await Try(of, who, at, wanted, newPassword);
        if (answer.Outcome == Outcome.Refused)
            throw new LaboratoryCannotStart(
                $"The demonstration cannot be made: {CommandCatalogue.Find(wanted).Name} of {of} was refused by {string.Join(", ", answer.Refusals.Select(r => $"{r.Rule} {r.Variant} {string.Join(' ', r.Values.Values)}"))}."
            );
        return answer;
    }

    /// <summary>Does a command that may be refused: refusals belong to a laboratory's day.</summary>
    public async Task<Answer> Try(string of, string who, string? at, Command wanted, string? newPassword = null)
    {
        // Nothing serves yet, so nothing seals by itself: where people would have waited a second, the sequencer is asked.
        if (wanted is StartThaw or TakeOut)
            await SealAsync();
        var person = who == "system" ? LabDesk.System.Id : people[who];
        var password = CommandCatalogue.Find(wanted).Signs is null ? null : PasswordCheck.Demonstration;
        return await desk.Do(
            new Request(Next(of), wanted, Doer.Played(person, at is null ? null : stations[at]), password, newPassword)
            {
                Witness = WitnessOf(wanted),
            }
        );
    }

    /// <summary>Who stands by an act of two in a demonstration; null: it asks for nobody.</summary>
    public static WitnessRequest? WitnessOf(Command wanted) =>
        wanted is IWitnessed
            ? new WitnessRequest(DemonstrationLaboratory.SecondAdministrator, PasswordCheck.Demonstration)
            : null;

    /// <summary>Seals what was recorded so far.</summary>
    private async Task SealAsync()
    {
        Cycle cycle;
        do cycle = await sequencer.CycleAsync(CancellationToken.None);
        while (cycle.More);
    }

    private Guid Next(string of)
    {
        counted[of] = counted.GetValueOrDefault(of) + 1;
        return DemonstrationCodes.Id($"{of} {counted[of].ToString(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    /// <summary>The identifier of the first thing of a kind in an answer.</summary>
    public static Guid Made(Answer answer, string kind) => answer.About.Last(a => a.Kind == kind).Id;
}
