namespace Medera.Lab.Custody;

public static partial class Apply
{
    private static Lives ToMaterial(Lives lives, Recorded recorded, MaterialFact fact)
    {
        if (fact is MaterialReceived born)
            return lives.With(
                new Material(
                    born.Material,
                    born.Code,
                    born.Article,
                    born.Supplier,
                    born.Lot,
                    born.Gtin,
                    born.Expiry,
                    born.Quantity,
                    born.Quantity,
                    born.Unit,
                    null,
                    MaterialState.Quarantined,
                    recorded.At,
                    null,
                    recorded.At,
                    recorded.By
                )
            );
        var moved = Moved(lives.Materials[fact.Material], fact, recorded);
        return lives.With(
            fact switch
            {
                MaterialAccepted f => moved with { Certificate = f.Certificate },
                MaterialOpened => moved with { OpenedAt = moved.OpenedAt ?? recorded.At },
                MaterialQuarantined or MaterialRecalled => moved,
                MaterialUsedUp => moved with { Remaining = 0 },
                _ => throw new ImpossibleMoveException($"{fact.GetType().Name} is not known to the fold."),
            }
        );
    }

    /// <summary>The lot has less, and the batch had it in: whoever used it made something of the batch.</summary>
    private static Lives ToUsed(Lives lives, Recorded recorded, MaterialConsumed fact)
    {
        var before = lives.Materials[fact.Material];
        var at = recorded.Happened ?? recorded.At;
        // Told late of a lot that may not be used, it takes nothing back: recalled stays recalled, and used up stays used up.
        var moved = recorded.Late && Moves.Next(before.State, fact) is null ? before : Moved(before, fact, recorded);
        return lives
            .With(
                moved with
                {
                    Remaining = Math.Max(before.Remaining - (fact.Quantity ?? 0), 0),
                    OpenedAt = before.OpenedAt ?? at,
                    LastBy = recorded.By,
                }
            )
            .With(new MaterialUse(fact.Use, fact.Batch, fact.Material, fact.Quantity, fact.Tray, at, recorded.By));
    }

    private static Lives ToTray(Lives lives, Recorded recorded, TrayFact fact)
    {
        if (fact is TrayBound born)
            return lives.With(new Tray(born.Tray, born.Code, [], recorded.At, recorded.By));
        var tray = lives.Trays[fact.Tray] with { Since = recorded.At, LastBy = recorded.By };
        return lives.With(
            fact switch
            {
                MaterialLaidOnTray f => tray with { Lots = [.. tray.Lots, f.Material] },
                MaterialTakenOffTray f => tray with { Lots = [.. tray.Lots.Where(lot => lot != f.Material)] },
                TrayConsumed => tray with { Lots = [] },
                _ => throw new ImpossibleMoveException($"{fact.GetType().Name} is not known to the fold."),
            }
        );
    }

    private static Material Moved(Material material, Fact fact, Recorded recorded)
    {
        var state =
            Moves.Next(material.State, fact)
            ?? throw new ImpossibleMoveException(
                $"{fact.GetType().Name} cannot follow on {material.State} of the lot {material.Code}."
            );
        return material with
        {
            State = state,
            Since = state == material.State ? material.Since : recorded.At,
            LastBy = recorded.By,
        };
    }
}
