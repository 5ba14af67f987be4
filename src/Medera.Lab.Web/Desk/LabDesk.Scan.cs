using System.Text.Json;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Desk;

public sealed partial class LabDesk
{
    /// <summary>How long the first of two scans waits for the second.</summary>
    public static readonly TimeSpan SelectionWaits = TimeSpan.FromMinutes(2);

    /// <summary>So many of the last scans are shown.</summary>
    public const int RecentScans = Limits.Reads.RecentScans;

    /// <summary>One scanned text: refused, or the first of two, or the second, which does the work.</summary>
    public async Task<Answer> Scan(ScanRequest scan)
    {
        clock.Look();
        var reading = Barcode.Read(scan.Text, Arrival.Of(scan.Source));
        var hash = HashOf(scan, reading);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await TryScanAsync(scan, reading, hash);
                await RememberAsync(scan, answer);
                return answer;
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

    private async Task<Answer> TryScanAsync(ScanRequest scan, Reading reading, byte[] hash)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var transaction = await OpenTransactionAsync(db);
        var (known, actor, station) = await BeginAsync(db, scan.Id, scan.Actor, scan.Station, hash);
        if (known is not null)
            return known;
        if (!actor.Active)
            return await RefuseScanAsync(
                db,
                transaction,
                scan,
                hash,
                station,
                null,
                null,
                DeskRules.Role.Broken("role", ("roles", Roles.Staff))
            );
        if (reading is Reading.Unreadable bad)
            return await RefuseScanAsync(
                db,
                transaction,
                scan,
                hash,
                station,
                null,
                bad.Shown,
                UnreadableTexts.Told(bad)
            );
        if (reading is not Reading.Own own)
            return await RefuseScanAsync(
                db,
                transaction,
                scan,
                hash,
                station,
                null,
                Barcode.Shown(scan.Text),
                ForeignSymbols.Told(reading)
            );

        var selected = await db.Selections.FirstOrDefaultAsync(s =>
            s.Person == scan.Actor.Value && s.Station == scan.Station.Value
        );
        var waiting =
            selected?.Code is { } code && ScanInstant(scan) - selected.At <= SelectionWaits
                ? await SymbolAsync(db, new OwnCode(code))
                : null;
        if (OfflineBroken(scan, own.Code, selected) is { } offline)
            return await RefuseScanAsync(
                db,
                transaction,
                scan,
                hash,
                station,
                await SymbolAsync(db, own.Code),
                null,
                offline
            );
        if (CommandCards.Of(own.Code) is { } card)
            return await OfCardAsync(db, transaction, scan, hash, own.Code, card, waiting, selected);
        if (TypedBroken(scan.Source, scan.TypedWhy, own.Code) is { } typed)
            return await RefuseScanAsync(
                db,
                transaction,
                scan,
                hash,
                station,
                await SymbolAsync(db, own.Code),
                null,
                typed
            );
        var second = await SymbolAsync(db, own.Code);
        if (second.Former is { } former)
            return await RefuseScanAsync(
                db,
                transaction,
                scan,
                hash,
                station,
                second,
                null,
                await ReplacedAsync(db, former)
            );
        if (second.About is null && !second.FromTheRoll && !second.NewTray)
            return await RefuseScanAsync(
                db,
                transaction,
                scan,
                hash,
                station,
                second,
                null,
                DeskRules.Unknown.Broken(
                    own.Code.Kind == CodeKind.MaterialLot ? "material" : "unknown",
                    ("code", own.Code.Text)
                )
            );
        if (waiting is not null && waiting.Code != second.Code && Intent.Of(waiting, second) is { } wanted)
        {
            if (TypedAtBedside(wanted, scan, selected!))
                return await RefuseScanAsync(
                    db,
                    transaction,
                    scan,
                    hash,
                    station,
                    second,
                    null,
                    DeskRules.Typed.Broken("bedside")
                );
            await transaction.RollbackAsync(CancellationToken.None);
            return await DoScannedAsync(PairOf(scan, wanted, waiting.Code, second.Code, selected!), scan, hash);
        }
        if (
            waiting is not null
            && waiting.Code != second.Code
            && Intent.AwaitingConfirmation(waiting, second) is { } asked
        )
            return await KeptAsync(
                db,
                transaction,
                scan,
                hash,
                new Answer(
                    scan.Id,
                    Outcome.Expecting,
                    clock.Now,
                    own.Code.Text,
                    [waiting.About!, .. second.About is { } its ? [its] : Array.Empty<AboutThing>()],
                    [],
                    [],
                    [ExpectedScans.ToConfirm(asked)]
                )
            );
        if (waiting is not null && CommandCards.Of(waiting.Code) == CommandCard.WhatIsThis)
            return await KeptAsync(
                db,
                transaction,
                scan,
                hash,
                new Answer(
                    scan.Id,
                    Outcome.Accepted,
                    clock.Now,
                    own.Code.Text,
                    second.About is { } what ? [what] : [],
                    [],
                    [],
                    Intent.After(second)
                )
            );
        // A container goes into a position or comes out of one; its box alone does not say which.
        if (
            waiting is not null
            && (waiting.IsBox || second.IsBox)
            && (waiting.Container ?? second.Container) is not null
        )
            return await RefuseScanAsync(
                db,
                transaction,
                scan,
                hash,
                station,
                second,
                null,
                await RefuseBoxAsync(db, second.IsBox ? second : waiting)
            );
        if (waiting is not null && waiting.Code.Kind != second.Code.Kind)
            return await RefuseScanAsync(
                db,
                transaction,
                scan,
                hash,
                station,
                second,
                null,
                DeskRules.NotExpected.Broken("pair", ("first", waiting.Code.Text), ("second", second.Code.Text))
            );
        if (Intent.After(second) is { Count: 0 } && second.Container is null)
            return await RefuseScanAsync(
                db,
                transaction,
                scan,
                hash,
                station,
                second,
                null,
                second.Code.Kind == CodeKind.Badge
                    ? DeskRules.NotExpected.Broken("badge")
                    : DeskRules.NotExpected.Broken("kind", ("kind", second.Code.Kind))
            );

        return await KeptAsync(
            db,
            transaction,
            scan,
            hash,
            new Answer(
                scan.Id,
                Outcome.Expecting,
                clock.Now,
                own.Code.Text,
                second.About is { } about ? [about] : [],
                [],
                [],
                Intent.After(second)
            )
        );
    }

    /// <summary>Keeps an answer behind which there is no event, so that the same scan hears it again.</summary>
    private static async Task<Answer> KeptAsync(
        LabDb db,
        Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction,
        ScanRequest scan,
        byte[] hash,
        Answer answer
    )
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection());
        CustodyLog.StoreAnswer(batch, scan.Id, scan.Actor, hash, AnswerCodec.Write(answer));
        if (await CommittedByTwinAsync(batch))
            return await TwinAnswerAsync(db, transaction, scan.Id, scan.Actor, hash);
        return answer;
    }

    /// <summary>The command behind two scans is known by the second scan's id; its content is the scan.</summary>
    private async Task<Answer> DoScannedAsync(Request request, ScanRequest scan, byte[] hash)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryDoAsync(
                    request,
                    hash,
                    new PasswordProof(Signed: false, null),
                    last: attempt == Attempts
                );
            }
            catch (Exception clash)
                when (attempt < Attempts
                    && (
                        clash is StreamNotLockedException
                        || (clash as PostgresException ?? clash.InnerException as PostgresException) is { } error
                            && IsClash(error)
                    )
                )
            {
                log.LogDebug("Scan {Id} met a clash, attempt {Attempt}", scan.Id, attempt);
            }
        }
    }

    /// <summary>Forgets the first of two scans.</summary>
    public async Task UndoSelection(PersonId person, StationId station)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db
            .Selections.Where(s => s.Person == person.Value && s.Station == station.Value)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Code, (string?)null));
    }

    private Task<Answer> RefuseScanAsync(
        LabDb db,
        Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction,
        ScanRequest scan,
        byte[] hash,
        Station station,
        Symbol? symbol,
        string? raw,
        Broken broken
    ) =>
        RefuseAsync(
            db,
            transaction,
            new Attempt(
                scan.Id,
                scan.Actor,
                station,
                hash,
                "scan",
                symbol?.Code.Text,
                symbol?.About is { } about ? [about] : [],
                symbol is null ? [] : [Read(scan, symbol.Code.Text)],
                raw,
                scan.OfflineAt
            ),
            [broken]
        );

    private static async Task<Broken> ReplacedAsync(LabDb db, FormerCode former) =>
        DeskRules.Unknown.Broken(
            "replaced",
            ("code", former.Code),
            ("at", former.Until),
            ("now", await db.Containers.Where(c => c.Id == former.Container).Select(c => c.Code).FirstAsync())
        );

    private static async Task<Symbol> SymbolAsync(LabDb db, OwnCode code)
    {
        switch (code.Kind)
        {
            case CodeKind.Container:
                var container = await db.Containers.FirstOrDefaultAsync(c => c.Code == code.Text);
                return container is not null
                    ? new Symbol(code, container, AboutThings.Thing(container))
                    : new Symbol(code, null, null, await db.FormerCodes.FirstOrDefaultAsync(f => f.Code == code.Text));
            case CodeKind.Position:
                var position = await db.Positions.FirstOrDefaultAsync(p => p.Code == code.Text);
                if (position is not null)
                    return new Symbol(code, null, AboutThings.Thing(position));
                var box = await db.Boxes.FirstOrDefaultAsync(b => b.Code == code.Text);
                return new Symbol(code, null, box is null ? null : AboutThings.Thing(box));
            case CodeKind.Equipment:
                var piece = await db.Equipment.FirstOrDefaultAsync(e => e.Code == code.Text);
                return new Symbol(code, null, piece is null ? null : AboutThings.Thing(piece));
            case CodeKind.Wristband:
                var wearer = await db.Subjects.FirstOrDefaultAsync(s => s.Wristband == code.Text);
                return new Symbol(code, null, wearer is null ? null : AboutThings.Thing(wearer));
            case CodeKind.Badge:
                var bearer = await db.People.FirstOrDefaultAsync(p => p.Badge == code.Text);
                return new Symbol(
                    code,
                    null,
                    bearer is null ? null : new AboutThing("person", bearer.Id.Value, bearer.UserName)
                );
            case CodeKind.Station:
                var station = await db.Stations.FirstOrDefaultAsync(s => s.Code == code.Text);
                return new Symbol(
                    code,
                    null,
                    station is null ? null : new AboutThing("station", station.Id.Value, station.Name)
                );
            case CodeKind.MaterialLot:
                var lot = await db.Materials.FirstOrDefaultAsync(m => m.Code == code.Text);
                return new Symbol(code, null, lot is null ? null : AboutThings.Thing(lot));
            case CodeKind.Tray:
                var tray = await db.Trays.FirstOrDefaultAsync(t => t.Code == code.Text);
                return new Symbol(code, null, tray is null ? null : AboutThings.Thing(tray));
            default:
                return new Symbol(code, null, null);
        }
    }

    private static async Task<Broken> RefuseBoxAsync(LabDb db, Symbol box)
    {
        var (places, used) = await StorageReads.CountAsync(db, new BoxId(box.About!.Id));
        return DeskRules.NotExpected.Broken(
            "box",
            ("path", box.About.Label),
            ("places", places),
            ("used", used),
            ("free", places - used)
        );
    }

    /// <summary>The working copy: the first of two scans, and the last five with their outcome. A scan sent again changes nothing.</summary>
    private async Task RememberAsync(ScanRequest scan, Answer answer)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var row = await db.Selections.FirstOrDefaultAsync(s =>
            s.Person == scan.Actor.Value && s.Station == scan.Station.Value
        );
        var recent = row is null ? [] : JsonSerializer.Deserialize<List<RecentScan>>(row.Recent, JsonParts.Options)!;
        // An old scan sent again, with others since, is one that changed something long ago.
        if (recent.Any(r => r.Id == scan.Id || r.At > answer.At))
            return;
        recent.Insert(
            0,
            new RecentScan(
                scan.Id,
                answer.At,
                answer.Symbol,
                answer.Outcome,
                answer.Refusals.Count > 0 ? answer.Refusals[0] : null,
                CodeReading(scan, answer)
            )
        );
        var keep = answer.Outcome switch
        {
            Outcome.Expecting => answer.Symbol,
            Outcome.Accepted => null,
            // A refused second scan leaves the first one waiting: the right one may follow.
            _ => row?.Code,
        };
        var begins = row is null;
        row ??= new Selection { Person = scan.Actor.Value, Station = scan.Station.Value };
        if (keep is not null && answer.Outcome == Outcome.Expecting || row.Code is null)
            row.At = SelectionStart(scan, answer);
        var asks = answer.Next is [var word] && ExpectedScans.IsToConfirm(word);
        row.Typed =
            keep is null ? null
            : keep == row.Code || asks ? row.Typed ?? TypedWhyOf(scan)
            : TypedWhyOf(scan);
        row.Awaiting =
            keep is null ? null
            : asks ? row.Code
            : answer.Next is ["confirm"] ? nameof(CommandCard.Discard)
            : null;
        row.Code = keep;
        row.Recent = JsonSerializer.Serialize(WithWaiting(recent, keep), JsonParts.Options);
        if (begins)
            db.Add(row);
        else
            db.Update(row);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}

/// <summary>One of the last scans of a person at a station.</summary>
/// <param name="Why">The first rule that refused it; null where none did.</param>
/// <param name="Read">How its code was read, for the event that it may become a part of.</param>
public sealed record RecentScan(
    Guid Id,
    DateTimeOffset At,
    string? Symbol,
    Outcome Outcome,
    Broken? Why = null,
    Scan? Read = null
);
