using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>Scans: refused, or the first of two, or the second, which does the work.</summary>
internal sealed class Scans(
    IDbContextFactory<LabDb> contexts,
    LabClock clock,
    Acts acts,
    Cards cards,
    WorkingCopy copy,
    Refusals refusals
)
{
    private const int Attempts = Limits.Tries.AtTheDesk;

    /// <summary>One scanned text.</summary>
    public async Task<Answer> ScanAsync(ScanRequest scan)
    {
        clock.Look();
        var reading = Barcode.Read(scan.Text, Arrival.From(scan.Source));
        var hash = ScanReadings.HashOf(scan, reading);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var judged = await TryScanAsync(scan, reading, hash);
                await copy.RememberAsync(scan, judged);
                return judged.Answer;
            }
            catch (DbUpdateException clash)
                when (attempt < Attempts
                    && clash.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }
                )
            {
                // The same person scanned twice at once at one station: the rows of the working copy meet.
            }
        }
    }

    private async Task<JudgedScan> TryScanAsync(ScanRequest scan, Reading reading, byte[] hash)
    {
        await using var attempt = new Attempt(await contexts.CreateDbContextAsync(), scan.Id, hash);
        if (await attempt.BeginAsync(scan.By) is { } known)
            return JudgedScan.Together(known);
        if (!attempt.Actor.Active)
            return await AloneAsync(refusals.RefuseScanAsync(attempt, scan, null, NoStaff()));
        if (reading is Reading.Unreadable bad)
            return await AloneAsync(refusals.RefuseTextAsync(attempt, scan, bad.Shown, UnreadableTexts.Refuse(bad)));
        if (reading is not Reading.Own { Code: var code })
            return await AloneAsync(
                refusals.RefuseTextAsync(attempt, scan, Barcode.Redacted(scan.Text), ForeignSymbols.Refuse(reading))
            );

        var db = attempt.Db;
        var scanned = await AfterFirstAsync(db, scan, code);
        if (
            (
                OfflineScans.Against(scan, code, scanned.Selected, clock.Now)
                ?? TypedScans.Against(scan.Source, scan.TypedWhy, code)
            ) is
            { } arrived
        )
            return await AloneAsync(
                refusals.RefuseScanAsync(attempt, scan, await SymbolReads.FindAsync(db, code), arrived)
            );
        if (scan.Wearer is { } wearer && await NotOfAsync(db, wearer, code) is { } another)
            return await AloneAsync(refusals.RefuseScanAsync(attempt, scan, new Symbol(code, null, null), another));
        if (CommandCards.Find(code) is { } card)
            return JudgedScan.Together(await cards.ReadAsync(attempt, scanned, card));
        var symbol = await SymbolReads.FindAsync(db, code);
        if (await SymbolReads.AgainstAsync(db, symbol) is { } useless)
            return await AloneAsync(refusals.RefuseScanAsync(attempt, scan, symbol, useless));
        // What waited on a device is decided long after: nobody has seen a refusal before the next scan.
        return JudgedScan.Together(
            await WithFirstAsync(attempt, scanned, symbol),
            scan.OfflineAt is null ? symbol : null
        );
    }

    private static async Task<JudgedScan> AloneAsync(Task<Answer> refused) => JudgedScan.Alone(await refused);

    /// <summary>A known code: the second of two, or the first.</summary>
    private async Task<Answer> WithFirstAsync(Attempt attempt, ScannedCode scanned, Symbol symbol)
    {
        var db = attempt.Db;
        if (CommandOf(scanned, symbol) is { } wanted)
            return await DoPairAsync(attempt, scanned, symbol, wanted);
        if (Asked(scanned, symbol) is { } asked)
            return await attempt.KeepAsync(asked);
        if (scanned.Waiting is null && symbol.OpensPage)
            return await attempt.KeepAsync(scanned.Answer(Outcome.Accepted, clock.Now, [symbol.About!], []));
        if (await SymbolReads.NotExpectedAsync(db, scanned.Waiting, symbol) is { } broken)
            return await refusals.RefuseScanAsync(attempt, scanned.Scan, symbol, broken);
        return await attempt.KeepAsync(
            scanned.Answer(Outcome.Expecting, clock.Now, symbol.About is { } about ? [about] : [], Intent.After(symbol))
        );
    }

    /// <summary>What stands against a code where one person's wristband is asked for. Whose another one is, is not told.</summary>
    private static async Task<Broken?> NotOfAsync(LabDb db, SubjectId wearer, OwnCode code)
    {
        if (code.Kind != CodeKind.Wristband)
            return DeskRules.NotExpected.Broken("kind", ("kind", code.Kind));
        var symbol = await SymbolReads.FindAsync(db, code);
        if (symbol.Voided is not null)
            return await SymbolReads.AgainstAsync(db, symbol);
        return symbol.About?.Id == wearer.Value ? null : IdentityRules.KeptForThisPatient.Broken("wearer");
    }

    private static Broken NoStaff() => DeskRules.Role.Broken("role", ("roles", Roles.Staff));

    /// <summary>Looks up what waits for this scan.</summary>
    private async Task<ScannedCode> AfterFirstAsync(LabDb db, ScanRequest scan, OwnCode code)
    {
        var selected = await WorkingCopy.FindAsync(db, scan.Actor, scan.Station);
        var since = selected is null ? default : OfflineScans.ScanInstant(scan, clock.Now) - selected.At;
        // Whoever scans on before a refusal can have been seen means other pairs: the one that was refused begins none of them. And a
        // screen that asks for one person's wristband asks for nothing beside it.
        var waiting =
            selected?.Code is { } first
            && scan.Wearer is null
            && since <= LabDesk.SelectionWaits
            && (since >= LabDesk.RefusalSeen || !WorkingCopy.BeganRefused(selected))
                ? await SymbolReads.FindAsync(db, new OwnCode(first))
                : null;
        return new ScannedCode(scan, code, selected, waiting);
    }

    /// <summary>What two codes mean together; null where none waits, or they mean nothing.</summary>
    private static Command? CommandOf(ScannedCode scanned, Symbol second) =>
        scanned.Waiting is { } first && first.Code != second.Code ? Intent.Join(first, second) : null;

    private async Task<Answer> DoPairAsync(Attempt attempt, ScannedCode scanned, Symbol second, Command wanted)
    {
        var (scan, selected, first) = (scanned.Scan, scanned.Selected!, scanned.Waiting!);
        if (TypedScans.AtBedside(wanted, scan, selected))
            return await refusals.RefuseScanAsync(attempt, scan, second, DeskRules.Typed.Broken("bedside"));
        await attempt.RollbackAsync();
        return await acts.DoScannedAsync(
            TypedScans.PairOf(scan, wanted, first.Code, second.Code, selected),
            attempt.Hash
        );
    }

    /// <summary>Asks for the card of confirmation, or says what something is to who scanned that card before; null: neither.</summary>
    private Answer? Asked(ScannedCode scanned, Symbol second)
    {
        if (scanned.Waiting is not { } first)
            return null;
        if (first.Code != second.Code && Intent.AwaitingConfirmation(first, second) is { } asked)
            return scanned.Answer(
                Outcome.Expecting,
                clock.Now,
                [first.About!, .. second.About is { } its ? [its] : Array.Empty<AboutThing>()],
                [ExpectedScans.ToConfirm(asked)]
            );
        return CommandCards.Find(first.Code) == CommandCard.WhatIsThis
            ? scanned.Answer(Outcome.Accepted, clock.Now, second.About is { } what ? [what] : [], Intent.After(second))
            : null;
    }

    /// <summary>Keeps a scan that waited on a device, and that somebody decided not to send, as a refused attempt.</summary>
    public async Task<Answer> DiscardAsync(ScanRequest scan, string reason)
    {
        clock.Look();
        if (scan.OfflineAt is not { } read || reason == Reasons.Other || !Reasons.All.Contains(reason))
            throw new ArgumentException("A scan that waited is discarded for a reason of the list.", nameof(reason));
        var reading = Barcode.Read(scan.Text, Arrival.From(scan.Source));
        var hash = ScanReadings.HashOf(scan, reading);
        await using var attempt = new Attempt(await contexts.CreateDbContextAsync(), scan.Id, hash);
        if (await attempt.BeginAsync(scan.By) is { } known)
            return known;
        var discarded = OfflineRules.Discarded.Broken("discarded", ("read", read), ("reason", reason));
        return reading is Reading.Own own
            ? await refusals.RefuseScanAsync(
                attempt,
                scan,
                await SymbolReads.FindAsync(attempt.Db, own.Code),
                discarded
            )
            : await refusals.RefuseTextAsync(attempt, scan, Barcode.Redacted(scan.Text), discarded);
    }
}
