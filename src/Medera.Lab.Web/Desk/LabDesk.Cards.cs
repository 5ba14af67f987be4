using System.Text.Json;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Medera.Lab.Web.Desk;

/// <content>What a command card does: gloved hands say with a scan what they cannot press.</content>
public sealed partial class LabDesk
{
    /// <summary>What is scanned as discarded before the card of confirmation is used up; every other reason is given on the form.</summary>
    private const string SpentReason = "spent";

    private async Task<Answer> OfCardAsync(
        LabDb db,
        IDbContextTransaction transaction,
        ScanRequest scan,
        byte[] hash,
        OwnCode code,
        CommandCard card,
        Symbol? waiting,
        Selection? selected
    )
    {
        if (card == CommandCard.Confirm && waiting is not null && selected?.Awaiting is { } awaited)
        {
            if (
                awaited != nameof(CommandCard.Discard)
                && Intent.AwaitingConfirmation(await SymbolAsync(db, new OwnCode(awaited)), waiting) is { } wanted
            )
            {
                await transaction.RollbackAsync(CancellationToken.None);
                return await ConfirmedAsync(scan, hash, selected, wanted, awaited, waiting.Code.Text, code.Text);
            }
            if (awaited == nameof(CommandCard.Discard) && waiting.Container is { } container)
            {
                await transaction.RollbackAsync(CancellationToken.None);
                return await ConfirmedAsync(
                    scan,
                    hash,
                    selected,
                    new DiscardContainer(new ContainerCode(container.Code), SpentReason, null),
                    container.Code,
                    CommandCards.CodeOf(CommandCard.Discard).Text,
                    code.Text
                );
            }
        }
        return await KeptAsync(db, transaction, scan, hash, OfCard(scan, code, card, waiting));
    }

    /// <summary>What waited for the card of confirmation, with all that was scanned for it. Each was read as it was read then.</summary>
    private Task<Answer> ConfirmedAsync(
        ScanRequest scan,
        byte[] hash,
        Selection selected,
        Command wanted,
        params string[] codes
    )
    {
        var before = JsonSerializer.Deserialize<List<RecentScan>>(selected.Recent, JsonParts.Options)!;
        var scans = codes[..^1]
            .Select(c => before.Find(r => r.Symbol == c && r.Read is not null)?.Read ?? Read(scan, c))
            .Append(Read(scan, codes[^1]))
            .ToList();
        return DoScannedAsync(
            new Request(scan.Id, wanted, scan.Actor, scan.Station, Scanned: scans)
            {
                OfflineAt = scan.OfflineAt,
                TypedWhy = selected.Typed,
            },
            scan,
            hash
        );
    }

    /// <summary>What may be scanned after the first of two scans that waits, as words; nothing where none waits.</summary>
    public async Task<IReadOnlyList<string>> ExpectedAfter(PersonId person, StationId station)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (
            await db.Selections.FirstOrDefaultAsync(s => s.Person == person.Value && s.Station == station.Value)
            is not { Code: { } code } waiting
        )
            return [];
        var symbol = await SymbolAsync(db, new OwnCode(code));
        if (waiting.Awaiting == nameof(CommandCard.Discard))
            return ["confirm"];
        if (
            waiting.Awaiting is { } first
            && Intent.AwaitingConfirmation(await SymbolAsync(db, new OwnCode(first)), symbol) is { } asked
        )
            return [ExpectedScans.ToConfirm(asked)];
        return symbol.Code.Kind == CodeKind.CommandCard ? ["anything"] : Intent.After(symbol);
    }

    /// <summary>A card does its work by itself, or says what the next scan is for. Neither is an event: nothing happens to a thing.</summary>
    private Answer OfCard(ScanRequest scan, OwnCode code, CommandCard card, Symbol? waiting)
    {
        var about = new AboutThing("card", Guid.Empty, card.ToString());
        return card switch
        {
            // A refusal is off the screen, and what waited waits on.
            CommandCard.Confirm when waiting is not null => new(
                scan.Id,
                Outcome.Expecting,
                clock.Now,
                waiting.Code.Text,
                [about],
                [],
                [],
                Intent.After(waiting)
            ),
            CommandCard.Undo or CommandCard.Confirm => new(
                scan.Id,
                Outcome.Accepted,
                clock.Now,
                code.Text,
                [about],
                [],
                [],
                []
            ),
            // What waits stays: the selection is the container, and the card is asked to be confirmed.
            CommandCard.Discard when waiting?.Container is { } container => new(
                scan.Id,
                Outcome.Expecting,
                clock.Now,
                container.Code,
                [about, AboutThings.Thing(container)],
                [],
                [],
                ["confirm"]
            ),
            CommandCard.Discard => new(
                scan.Id,
                Outcome.Accepted,
                clock.Now,
                code.Text,
                [new AboutThing("card", Guid.Empty, "DiscardNothing")],
                [],
                [],
                ["container"]
            ),
            _ => new(scan.Id, Outcome.Expecting, clock.Now, code.Text, [about], [], [], ["anything"]),
        };
    }
}
