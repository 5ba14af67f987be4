namespace Medera.Lab.Tests.Properties;

/// <summary>What must never be in an accepted history, found in one.</summary>
internal sealed class NeverException(string what) : Exception(what);

/// <summary>
/// Watches what was accepted and says no to what must never happen. It knows no table of moves and no rule: it keeps its own
/// small books from the facts, and from what was scanned. What was recorded late has happened; there it only keeps the books.
/// </summary>
internal sealed partial class Oracle
{
    private readonly Dictionary<ProtocolId, ProtocolContent> protocols = [];
    private readonly HashSet<ProtocolId> inForce = [];
    private readonly Dictionary<SubjectId, Someone> people = [];
    private readonly Dictionary<PlanId, Course> courses = [];
    private readonly Dictionary<BatchId, Lot> lots = [];
    private readonly Dictionary<ContainerId, Thing> things = [];
    private readonly Dictionary<PositionId, ContainerId> places = [];
    private readonly HashSet<string> codes = [];

    private DateTimeOffset now;
    private bool late;

    /// <summary>Hears what one accepted command made.</summary>
    /// <param name="scanned">The command: what was scanned stands nowhere else.</param>
    public void Hear(IReadOnlyList<Recorded> made, Command? scanned = null)
    {
        foreach (var recorded in made)
        {
            (now, late) = (recorded.At, recorded.Late);
            switch (recorded.Fact)
            {
                case SubjectFact fact:
                    HearOf(fact);
                    break;
                case ProtocolDrafted fact:
                    protocols[fact.Protocol] = fact.Content;
                    break;
                case ProtocolApproved fact:
                    inForce.Add(fact.Protocol);
                    break;
                case ProtocolRetired fact:
                    inForce.Remove(fact.Protocol);
                    break;
                case PlanFact fact:
                    HearOf(fact);
                    break;
                case CollectionFact fact:
                    HearOf(fact, recorded);
                    break;
                case ProcessingFact fact:
                    HearOf(fact, recorded);
                    break;
                case QualityFact fact:
                    HearOf(fact, recorded);
                    break;
                case ReleaseFact fact:
                    HearOf(fact, recorded);
                    break;
                case StorageFact fact:
                    HearOf(fact, recorded);
                    break;
                case AdministrationFact fact:
                    HearOf(fact, recorded, scanned);
                    break;
            }
        }
    }

    private void Never(bool happened, string what)
    {
        if (happened && !late)
            throw new NeverException(what);
    }

    private static void Impossible(bool happened, string what)
    {
        if (happened)
            throw new NeverException(what);
    }

    private void HearOf(SubjectFact fact)
    {
        if (fact is SubjectRegistered born)
        {
            people[fact.Subject] = new Someone { Minor = born.Minor };
            return;
        }
        var who = people[fact.Subject];
        switch (fact)
        {
            case WristbandBound f:
                Impossible(people.Values.Any(p => p.Wristband == f.Wristband), "one wristband on two people");
                who.Wristband = f.Wristband;
                break;
            case WristbandVoided:
                who.Wristband = null;
                break;
            case SubjectInformed f:
                who.Consents[f.Kind] = default;
                break;
            case ConsentGiven f:
                who.Consents[f.Kind] = (f.SignedBy == ConsentSigner.Guardian || !who.Minor, f.ValidUntil);
                break;
            case ConsentWithdrawn f:
                who.Consents[f.Kind] = default;
                break;
            case DissentExpressed:
                who.SaidNo = now;
                break;
            case AssentGiven:
                who.SaidNo = null;
                break;
            case DonorTestsRecorded f:
                foreach (var result in f.Tests)
                    who.Tests[result.Test] = result.Outcome;
                who.Determined = null;
                break;
            case EligibilityDetermined f:
                Never(
                    f.Outcome == DonorOutcome.Eligible
                        && (
                            f.RiskFactors
                            || who.Tests.Count < 8
                            || who.Tests.Values.Any(o => o != DonorTestOutcome.NonReactive)
                        ),
                    "an eligible donor against the tests"
                );
                who.Determined = f.Outcome;
                break;
            case SuitabilityDecided f:
                who.Favourable = f.Outcome == SuitabilityOutcome.Favourable;
                break;
        }
    }

    private void HearOf(PlanFact fact)
    {
        if (fact is PlanMade made)
        {
            courses[made.Plan] = new Course
            {
                Patient = made.Patient,
                Protocol = made.Protocol,
                Route = made.Sessions[0].Route,
                Sessions = made.Sessions.Count,
            };
            return;
        }
        var course = courses[fact.Plan];
        switch (fact)
        {
            case PlanCancelled:
                course.Cancelled = true;
                break;
            case SessionConfirmed f:
                MayBeGivenTo(course);
                Never(now - f.WeightAt > TimeSpan.FromHours(24), "a session ready by an old weight");
                course.Ready = (f.Session, now, f.WeightAt, Dose(protocols[course.Protocol], f.WeightGrams));
                break;
            case SessionPostponed:
                course.Ready = null;
                break;
            case SessionGiven f:
                course.Given.Add(f.Session);
                break;
        }
    }

    private void HearOf(CollectionFact fact, Recorded recorded)
    {
        if (fact is BatchPlanned planned)
        {
            lots[planned.Batch] = new Lot
            {
                Donor = planned.Donor,
                Autologous = planned.Origin == Origin.Autologous,
                Protocol = planned.Protocol,
            };
            return;
        }
        var lot = Touched(fact, recorded);
        lot.Makers.UnionWith(recorded.Hands);
        switch (fact)
        {
            case CollectionCompleted f:
                var donor = people[lot.Donor];
                Never(!donor.Agreed(ConsentKind.Donation, now), "a collection without consent");
                Never(donor.SaidNo is { } no && now - no < TimeSpan.FromDays(1), "a collection against the child's no");
                Never(lot.Autologous && !donor.Favourable, "a collection without the expert team");
                Never(protocols[lot.Protocol].EthicsUntil <= now, "a collection without ethics approval");
                Born(fact.Batch, new NewContainer(f.Container, f.Code, 0, null), "collection");
                break;
            case ContainerReceived f:
                lot.InHandUl = f.VolumeUl;
                break;
        }
    }

    private void HearOf(ProcessingFact fact, Recorded recorded)
    {
        var lot = Touched(fact, recorded);
        lot.Makers.UnionWith(recorded.Hands);
        switch (fact)
        {
            case CellsIsolated f:
                Impossible(things[f.From].Ended, "something out of what had ended");
                Ended(f.From);
                lot.InHandUl = f.VolumeUl;
                break;
            case CellsSeeded f:
                lot.InHandUl = 0;
                foreach (var vessel in f.Vessels)
                    Born(fact.Batch, vessel, "vessel");
                break;
            case CellsPassaged f:
                Emptied(f.Batch, [.. f.From, .. f.Lost]);
                Never(f.Reseeded > f.Cells, "more cells seeded than harvested");
                foreach (var vessel in f.Vessels)
                    Born(fact.Batch, vessel, "vessel");
                break;
            case VesselDivided f:
                Never(
                    things[f.From] is { Ended: true } or { Broken: true } or { Kind: not "vessel" },
                    "something divided that was in culture no more"
                );
                Born(fact.Batch, new NewContainer(f.Vessel, f.Code, 0, null), "vessel");
                break;
            case VesselsPooled f:
                Impossible(things[f.From].Ended, "something out of what had ended");
                Never(
                    f.From == f.Into || things[f.Into] is { Ended: true } or { Broken: true } or { Kind: not "vessel" },
                    "something pooled into what was in culture no more"
                );
                Never(lots[things[f.Into].Lot].Donor != lot.Donor, "cells of two donors in one vessel");
                Ended(f.From);
                break;
            case CellsHarvested f:
                Emptied(f.Batch, [.. f.From, .. f.Lost]);
                lot.InHandUl = f.VolumeUl;
                break;
            case ContainersFilled f:
                var made = f.Products.Concat(f.Samples).Concat(f.Retentions).ToList();
                Never(made.Sum(c => (decimal)c.VolumeUl) + f.LossUl != lot.InHandUl, "a fill that does not balance");
                Never(f.LossUl < 0 || made.Any(c => c.VolumeUl < 0), "a negative volume");
                foreach (var vial in f.Products)
                    Born(fact.Batch, vial, "product");
                foreach (var other in f.Samples.Concat(f.Retentions))
                    Born(fact.Batch, other, "other");
                lot.InHandUl = 0;
                break;
            case BatchFrozen f:
                lot.Expiry = (recorded.Happened ?? now).AddDays(protocols[lot.Protocol].ShelfLifeDays);
                Impossible(f.Expiry != lot.Expiry, "a shelf life that is not the protocol's");
                break;
        }
    }

    /// <summary>Every vessel of the batch that is in culture is named, once, and nothing else.</summary>
    private void Emptied(BatchId batch, List<ContainerId> named)
    {
        var inCulture = things
            .Where(t => t.Value.Lot == batch && t.Value is { Kind: "vessel", Ended: false, Broken: false })
            .Select(t => t.Key)
            .ToHashSet();
        Never(named.Count != inCulture.Count || !inCulture.SetEquals(named), "vessels that do not balance");
        Impossible(named.Any(id => things[id].Ended), "something out of what had ended");
        named.ForEach(Ended);
    }

    private void Born(BatchId lot, NewContainer made, string kind)
    {
        Impossible(!codes.Add(made.Code), "one code on two containers");
        Impossible(made.VolumeUl < 0, "a negative volume");
        things.Add(
            made.Id,
            new Thing
            {
                Lot = lot,
                Kind = kind,
                Ul = made.VolumeUl,
                Cells = made.Cells ?? 0,
            }
        );
    }

    private void Ended(ContainerId id)
    {
        var thing = things[id];
        thing.Ended = true;
        if (thing.Place is { } place)
            places.Remove(place);
        thing.Place = null;
    }

    private Lot Touched(BatchFact fact, Recorded recorded)
    {
        var lot = lots[fact.Batch];
        if (fact is TrailReviewed)
            lot.Unread = 0;
        else if (fact is not ReleaseSigned)
            lot.Unread++;
        lot.Head = recorded.Version;
        return lot;
    }

    private static long Dose(ProtocolContent protocol, int grams) =>
        Math.Min(protocol.CellsPerKg * grams / 1000, protocol.DoseCapCells)
        / protocol.DoseRoundCells
        * protocol.DoseRoundCells;
}
