namespace Medera.Lab.Rules;

/// <summary>What a move asks beside the state it starts from: the column "Only when" of the domain, §3. Part of rule R22.</summary>
internal static class MoveConditions
{
    public static IEnumerable<Broken> Of(CaseFile file, Command wanted) =>
        wanted switch
        {
            CollectionAct c => OfCollection(file, c),
            ProcessingAct c => OfProcessing(file, c),
            ReleaseAct c => OfReview(file, c),
            QualityAct c => OfQuality(file, c),
            SubjectAct c => OfSubject(file, c),
            _ => [],
        };

    private static IEnumerable<Broken> OfCollection(CaseFile file, CollectionAct wanted)
    {
        switch (wanted)
        {
            case PlanBatch:
                if (file.TheProtocol.State != ProtocolState.Approved)
                    yield return MoveRules.R22.Broken("protocol", ("state", file.TheProtocol.State));
                if (!file.TheSubject.Donor)
                    yield return MoveRules.R22.Broken("donor", ("code", file.TheSubject.Code));
                if (file.TheProtocol.Content.Origin == Origin.Autologous && !file.TheSubject.Patient)
                    yield return MoveRules.R22.Broken("origin");
                if (file.TheProtocol.Content.Origin == Origin.Autologous && file.TheSubject.Coi is null)
                    yield return MoveRules.R22.Broken("coi");
                break;
            case CompleteCollection when file.Batch is null:
                yield return MoveRules.R22.Broken("no-batch");
                break;
            case CompleteCollection when file.PlannedForWearer > 1:
                yield return MoveRules.R22.Broken("several", ("count", file.PlannedForWearer));
                break;
            case CompleteCollection when file.TheBatch is { Origin: Origin.Autologous, Coi: null }:
                yield return MoveRules.R22.Broken("coi");
                break;
            case ReceiveContainer { SealIntact: false }:
                yield return MoveRules.R22.Broken("seal");
                break;
        }
    }

    private static IEnumerable<Broken> OfProcessing(CaseFile file, ProcessingAct wanted)
    {
        var batch = file.TheBatch;
        switch (wanted)
        {
            case StartProcessing { LineCleared: false }:
                yield return MoveRules.R22.Broken("line");
                break;
            case SeedCells c:
                if (batch.Cells is null)
                    yield return MoveRules.R22.Broken("no-cells");
                if (batch.Vessels > 0)
                    yield return MoveRules.R22.Broken("in-culture", ("count", batch.Vessels));
                if (c.Vessels.Count == 0)
                    yield return MoveRules.R22.Broken("no-vessel");
                break;
            case PassageCells c:
                if (c.Vessels.Count == 0 || c.From.Count == 0)
                    yield return MoveRules.R22.Broken("no-vessel");
                if (batch.Passage >= file.TheProtocol.Content.MaxPassage)
                    yield return MoveRules.R22.Broken(
                        "passage",
                        ("passage", batch.Passage),
                        ("most", file.TheProtocol.Content.MaxPassage)
                    );
                break;
            case PoolVessels c
                when file.Lives.ByCode(c.Into) is { } into
                    && into is not { Kind: ContainerKind.Vessel, State: ContainerState.InCulture }:
                yield return MoveRules.R22.Broken(
                    "container",
                    ("code", into.Code),
                    ("state", into.State),
                    ("at", into.Since),
                    ("who", into.LastBy)
                );
                break;
            case HarvestCells { From.Count: 0 }:
                yield return MoveRules.R22.Broken("no-vessel");
                break;
            case CountCells when batch.Cells is null:
                yield return MoveRules.R22.Broken("no-cells");
                break;
            case FillContainers c:
                if (batch.Vessels > 0)
                    yield return MoveRules.R22.Broken("vessels", ("count", batch.Vessels));
                if (c.Products.Count == 0 || c.Samples.Count == 0 || c.Retentions.Count == 0)
                    yield return MoveRules.R22.Broken("samples");
                break;
        }
    }

    private static IEnumerable<Broken> OfReview(CaseFile file, ReleaseAct wanted)
    {
        if (wanted is OpenReview && file.TheBatch.Labels is { Open: true } labels)
            yield return MoveRules.R22.Broken(
                "labels",
                ("issued", labels.Issued),
                ("waiting", labels.Waiting),
                ("voided", labels.Voided)
            );
        if (wanted is OpenReview)
            foreach (
                var line in file.TheProtocol.Content.Specification.Where(l =>
                    l.Requirement == Requirement.Mandatory && file.Results.All(r => r.Test != l.Test)
                )
            )
                yield return MoveRules.R22.Broken("results", ("test", line.Test));
        if (wanted is CloseBatch && file.TheBatch.Living + file.TheBatch.Vessels is > 0 and var unaccounted)
            yield return MoveRules.R22.Broken("custodian", ("count", unaccounted));
    }

    private static IEnumerable<Broken> OfQuality(CaseFile file, QualityAct wanted)
    {
        var named = wanted switch
        {
            AssessDeviation c => c.Deviation,
            CloseDeviation c => c.Deviation,
            _ => (DeviationId?)null,
        };
        if (named is { } id && !file.Deviations.Any(d => d.Id == id && d.State != DeviationState.Closed))
            yield return MoveRules.R22.Broken("deviation");
    }

    private static IEnumerable<Broken> OfSubject(CaseFile file, SubjectAct wanted)
    {
        switch (wanted)
        {
            case AssignCoi when file.TheSubject.Coi is not null:
                yield return MoveRules.R22.Broken("coi-there");
                break;
            case AssignCoi when !file.TheSubject.Patient:
                yield return MoveRules.R22.Broken("patient", ("code", file.TheSubject.Code));
                break;
            case DecideSuitability when !file.TheSubject.Patient:
                yield return MoveRules.R22.Broken("patient", ("code", file.TheSubject.Code));
                break;
            case DonorAct when !file.TheSubject.Donor:
                yield return MoveRules.R22.Broken("donor", ("code", file.TheSubject.Code));
                break;
            case GiveConsent c when file.TheSubject.ConsentOf(c.Kind) is not { GivenAt: null }:
                yield return MoveRules.R22.Broken("talk");
                break;
            case WithdrawConsent c
                when file.TheSubject.ConsentOf(c.Kind) is not { GivenAt: not null, WithdrawnAt: null }:
                yield return MoveRules.R22.Broken("consent");
                break;
            case VoidWristband when file.TheSubject.Wristband is null:
                yield return MoveRules.R22.Broken("wearer");
                break;
        }
    }
}
