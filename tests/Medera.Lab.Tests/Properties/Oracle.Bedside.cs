namespace Medera.Lab.Tests.Properties;

internal sealed partial class Oracle
{
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    private void HearOf(QualityFact fact, Recorded recorded)
    {
        var lot = Touched(fact, recorded);
        if (fact is DeviationOpened { Container: { } held, Rule: Deviation.FoundAgain } investigated)
            things[held].Held = investigated.Deviation;
        if (fact is DeviationClosed decided)
            foreach (var freed in things.Values.Where(t => t.Held == decided.Deviation))
                freed.Held = null;
        switch (fact)
        {
            case ResultEntered f:
                Never(lot.Results.ContainsKey(f.Test), "a result over another without a correction");
                lot.Results[f.Test] = (f.Result, f.Value, recorded.Actor, false);
                lot.Testers.Add(recorded.Actor);
                break;
            case ResultCorrected f:
                lot.Results[f.Test] = (f.Result, f.Value, recorded.Actor, false);
                lot.Testers.Add(recorded.Actor);
                break;
            case ResultsVerified f:
                lot.Testers.Add(recorded.Actor);
                foreach (var (test, result) in lot.Results.Where(r => f.Results.Contains(r.Value.Id)).ToList())
                {
                    Never(result.By == recorded.Actor, "a result verified by whoever entered it");
                    lot.Results[test] = result with { Verified = true };
                }
                break;
            case DeviationOpened { Critical: true } f:
                lot.Critical.Add(f.Deviation);
                break;
            case DeviationAssessed { Critical: false } f:
                lot.Critical.Remove(f.Deviation);
                break;
            case DeviationAssessed f:
                lot.Critical.Add(f.Deviation);
                break;
            case DeviationClosed f:
                lot.Critical.Remove(f.Deviation);
                break;
        }
    }

    private void HearOf(ReleaseFact fact, Recorded recorded)
    {
        var lot = lots[fact.Batch];
        var before = lot.Head;
        var unread = lot.Unread;
        Touched(fact, recorded);
        switch (fact)
        {
            case ReleaseSigned:
                Signs(lot, recorded, unread);
                lot.First = (recorded.Actor, recorded.Version);
                break;
            case BatchReleased:
                Signs(lot, recorded, unread);
                Never(
                    lot.First is not { } first || first.By == recorded.Actor || first.At != before,
                    "a release by fewer than two over the same record"
                );
                lot.Released = true;
                break;
            case ReleaseRevoked or BatchRejected:
                lot.Released = false;
                break;
        }
    }

    private void Signs(Lot lot, Recorded recorded, int unread)
    {
        var protocol = protocols[lot.Protocol];
        Never(recorded.Signature?.Signer != recorded.Actor, "a release without a signature of the one who releases");
        Never(people[lot.Donor].Determined is null, "a release without a determination of the donor");
        Never(
            !lot.Autologous && people[lot.Donor].Determined != DonorOutcome.Eligible,
            "a release for others from a donor who is not eligible"
        );
        Never(lot.Makers.Contains(recorded.Actor), "a release by a maker");
        Never(lot.Testers.Contains(recorded.Actor), "a release by a tester");
        Never(lot.Expiry is null || lot.Expiry <= now, "a release of what had expired");
        Never(!inForce.Contains(lot.Protocol) || protocol.EthicsUntil <= now, "a release under no approval");
        Never(lot.Critical.Count > 0, "a release over an open critical deviation");
        Never(unread > 0, "a release with an unread trail");
        foreach (var line in protocol.Specification.Where(l => l.Requirement == Requirement.Mandatory))
            Never(
                !lot.Results.TryGetValue(line.Test, out var result) || !result.Verified || !Good(line, result.Value),
                $"a release without a good, verified {line.Test}"
            );
    }

    private static bool Good(TestLimit line, string value) =>
        line.Expected is { } word
            ? value == word
            : value.All(c => c is (>= '0' and <= '9') or '.')
                && decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture) is var n
                && n >= line.Min
                && n <= (line.Max ?? n);

    private void HearOf(StorageFact fact, Recorded recorded)
    {
        Touched(fact, recorded);
        var thing = things[fact.Container];
        switch (fact)
        {
            case ContainerPutAway f:
                LiesAt(f.Container, thing, f.Position);
                break;
            case ContainerMoved f:
                LiesAt(f.Container, thing, f.Position);
                break;
            case ContainerTakenOut f:
                Never(thing.Place != f.Position, "something taken from where it did not lie");
                Leaves(thing);
                break;
            case ContainerHandedOver f:
                Never(thing.Place is not null, "something handed over that lies in a box");
                Never(f.From != recorded.Actor || f.To == f.From, "something handed over by somebody else");
                Never(thing.Ended, "something handed over after its end");
                break;
            case ContainerIdentified f:
                Never(thing.Place != f.Position, "something identified where it does not lie");
                Never(f.Second == recorded.Actor, "something identified by one person");
                break;
            case ContainerRelabelled f:
                Impossible(!codes.Add(f.Code), "one code on two containers");
                Never(thing.Ended, "something relabelled after its end");
                break;
            case ContainerDamaged:
                thing.Broken = true;
                break;
            case ContainerLost:
                thing.Broken = true;
                Leaves(thing);
                break;
            case ContainerFound:
                thing.Broken = false;
                break;
            case ContainerDiscarded f:
                Ended(f.Container);
                break;
        }
    }

    private void LiesAt(ContainerId id, Thing thing, PositionId place)
    {
        Never(thing.ThawedAt is not null, "something thawed put back");
        Impossible(thing.Ended, "something put away after its end");
        Impossible(places.TryGetValue(place, out var other) && other != id, "two in one position");
        Leaves(thing);
        (thing.Place, places[place]) = (place, id);
    }

    private void Leaves(Thing thing)
    {
        if (thing.Place is { } place)
            places.Remove(place);
        thing.Place = null;
    }

    private void HearOf(AdministrationFact fact, Recorded recorded, Command? scanned)
    {
        var lot = Touched(fact, recorded);
        var thing = things[fact.Container];
        switch (fact)
        {
            case ContainerReserved f:
                Never(thing.Kept is not null, "something kept for two");
                Never(
                    lot.Autologous && courses[f.Plan].Patient != lot.Donor,
                    "autologous cells kept for another patient"
                );
                Never(courses[f.Plan].Protocol != lot.Protocol, "another product than the plan's");
                thing.Kept = (f.Plan, f.Session);
                break;
            case ReservationReleased:
                thing.Kept = null;
                break;
            case ThawStarted:
                Thaws(lot, thing, recorded.Happened ?? now);
                break;
            case ThawCompleted:
                thing.ThawedAt ??= recorded.Happened ?? now;
                break;
            case BedsideConfirmed:
                Checks(lot, thing, recorded.Actor, scanned as ConfirmAtBedside);
                break;
            case AdministrationStarted f:
                Starts(lot, thing, f);
                break;
            case AdministrationCompleted f:
                Given(thing, f.Container, f.GivenUl);
                break;
            case AdministrationCompletedInPart f:
                Given(thing, f.Container, f.GivenUl);
                break;
            case ContainerNotAdministered:
                thing.Broken = true;
                break;
            case ResidualDiscarded f:
                thing.Ul -= f.VolumeUl;
                Impossible(thing.Ul != 0, "a residue that is not all that was left");
                break;
        }
    }

    private void Thaws(Lot lot, Thing thing, DateTimeOffset at)
    {
        Never(thing.ThawedAt is not null, "something thawed twice");
        Usable(lot, thing);
        if (Course(thing) is { } course)
        {
            MayBeGivenTo(course);
            Never(
                course.Cancelled
                    || course.Ready is not { } ready
                    || ready.Session != thing.Kept!.Value.Session
                    || now - ready.At >= TimeSpan.FromHours(2),
                "a thaw without that day's confirmation"
            );
            Never(
                course.Ready is { } weighed && now - weighed.WeightAt > TimeSpan.FromHours(24),
                "a thaw by an old weight"
            );
            Never(course.Ready is { } dosed && dosed.Cells > thing.Cells, "a thaw of too little");
        }
        else
            Never(true, "a thaw for nobody");
        thing.ThawedAt = thing.ThawedAt is { } before && before < at ? before : at;
        Leaves(thing);
    }

    private void Checks(Lot lot, Thing thing, PersonId nurse, ConfirmAtBedside? scanned)
    {
        Usable(lot, thing);
        Never(Course(thing) is null, "a check of what is kept for nobody");
        if (Course(thing) is not { } course)
            return;
        // Where a sequence starts, what was scanned is not known any more.
        Never(
            scanned is not null && people[course.Patient].Wristband != scanned.Wristband.Text,
            "a check against another patient's wristband"
        );
        MayBeGivenTo(course);
        thing.Checks.Add((nurse, now));
    }

    private void Starts(Lot lot, Thing thing, AdministrationStarted fact)
    {
        Usable(lot, thing);
        Never(thing.Starts > 0, "one container given twice");
        thing.Starts++;
        if (Course(thing) is { } course)
        {
            Never(lot.Autologous && course.Patient != lot.Donor, "the wrong patient");
            Never(fact.Patient != course.Patient, "the wrong patient");
            MayBeGivenTo(course);
            Never(course.Cancelled, "a dose of a cancelled plan");
            Never(!course.Started.Add(thing.Kept!.Value.Session), "two doses in one session");
            Never(
                thing.Kept!.Value.Session != Enumerable.Range(1, course.Sessions).Except(course.Given).FirstOrDefault(),
                "a session out of turn"
            );
            Never(fact.Route != course.Route, "the wrong route");
            Never(
                course.Ready is not { } ready || ready.Session != thing.Kept!.Value.Session,
                "a dose without the day's confirmation"
            );
            Never(course.Ready is { } day && now - day.WeightAt > TimeSpan.FromHours(24), "a dose by an old weight");
            if (course.Ready is { } dosed && thing.Cells > 0)
            {
                var planned = Math.Round((decimal)dosed.Cells * thing.Ul / thing.Cells);
                Never(
                    Math.Abs(fact.VolumeUl - planned) * 100
                        > protocols[course.Protocol].TolerancePercent * planned + 100,
                    "another dose than the weight's"
                );
            }
        }
        else
            Never(true, "a dose for nobody");
        var two = thing.Checks.TakeLast(2).ToList();
        Never(two.Count < 2 || two[0].By == two[1].By, "a dose not checked by two");
        Never(
            two.Count == 2 && (now - two[1].At > HalfAnHour || two[1].At - two[0].At > HalfAnHour),
            "a dose on a match that had lapsed"
        );
        Never(fact.VolumeUl > thing.Ul, "more planned than is there");
    }

    private void Given(Thing thing, ContainerId id, long ul)
    {
        Never(thing.Starts == 0, "the end of a dose that was not begun");
        Impossible(thing.Ended, "one container given twice");
        Never(ul > thing.Ul, "more given than was there");
        Impossible(ul < 0, "less than nothing given");
        thing.Ul = Math.Max(thing.Ul - ul, 0);
        Ended(id);
    }

    /// <summary>Released, not expired, thawed no longer ago than it may be, in one piece.</summary>
    private void Usable(Lot lot, Thing thing)
    {
        Never(!lot.Released, "something not released for a patient");
        Never(lot.Expiry <= now, "something expired for a patient");
        Never(thing.Kind != "product" || thing.Ended || thing.Broken, "something ended or broken for a patient");
        Never(thing.Held is not null, "something lost and found for a patient before QA decided");
        Never(
            thing.ThawedAt is { } at && now >= at.AddMinutes(protocols[lot.Protocol].MinutesAfterThaw),
            "something past its time after thaw for a patient"
        );
    }

    private void MayBeGivenTo(Course course)
    {
        var patient = people[course.Patient];
        Never(!patient.Agreed(ConsentKind.Treatment, now), "a treatment without consent");
        Never(patient.SaidNo is { } no && now - no < TimeSpan.FromDays(1), "a treatment against the child's no");
        Never(!patient.Favourable, "a treatment without the expert team");
        Never(protocols[course.Protocol].EthicsUntil <= now, "a treatment without ethics approval");
    }

    private Course? Course(Thing thing) => thing.Kept is { } kept ? courses[kept.Plan] : null;
}
