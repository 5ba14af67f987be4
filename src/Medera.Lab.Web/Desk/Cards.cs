using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Desk;

/// <summary>What a command card does: gloved hands say with a scan what they cannot press.</summary>
internal sealed class Cards(IDbContextFactory<LabDb> contexts, LabClock clock, Acts acts)
{
    /// <summary>What is scanned as discarded before the card of confirmation is used up; every other reason is given on the form.</summary>
    private const string SpentReason = "spent";

    /// <summary>Does what a card asks, or confirms what waited for it.</summary>
    public async Task<Answer> ReadAsync(Attempt attempt, ScannedCode scanned, CommandCard card)
    {
        var waiting = scanned.Waiting;
        if (card == CommandCard.Confirm && waiting is not null && scanned.Selected?.Awaiting is { } awaited)
        {
            if (
                awaited != nameof(CommandCard.Discard)
                && Intent.AwaitingConfirmation(await SymbolReads.FindAsync(attempt.Db, new OwnCode(awaited)), waiting)
                    is { } wanted
            )
                return await ConfirmedAsync(attempt, scanned, wanted, awaited, waiting.Code.Text);
            if (awaited == nameof(CommandCard.Discard) && waiting.Container is { } container)
                return await ConfirmedAsync(
                    attempt,
                    scanned,
                    new DiscardContainer(new ContainerCode(container.Code), SpentReason, null),
                    container.Code,
                    CommandCards.CodeOf(CommandCard.Discard).Text
                );
        }
        return await attempt.KeepAsync(AnswerTo(scanned, card));
    }

    /// <summary>What waited for the card of confirmation, with all that was scanned for it. Each was read as it was read then.</summary>
    private async Task<Answer> ConfirmedAsync(
        Attempt attempt,
        ScannedCode scanned,
        Command wanted,
        params IReadOnlyList<string> before
    )
    {
        await attempt.RollbackAsync();
        var (scan, selected) = (scanned.Scan, scanned.Selected!);
        var recent = WorkingCopy.RecentOf(selected);
        var scans = before
            .Select(c => recent.Find(r => r.Symbol == c && r.Read is not null)?.Read ?? ScanReadings.Read(scan, c))
            .Append(ScanReadings.Read(scan, scanned.Code.Text))
            .ToList();
        return await acts.DoScannedAsync(
            new Request(scan.Id, wanted, scan.By, Scanned: scans)
            {
                OfflineAt = scan.OfflineAt,
                TypedWhy = selected.Typed,
            },
            attempt.Hash
        );
    }

    /// <summary>A card does its work by itself, or says what the next scan is for. Neither is an event: nothing happens to a thing.</summary>
    private Answer AnswerTo(ScannedCode scanned, CommandCard card)
    {
        var waiting = scanned.Waiting;
        var about = new AboutThing("card", Guid.Empty, card.ToString());
        return card switch
        {
            // A refusal is off the screen, and what waited waits on.
            CommandCard.Confirm when waiting is not null => scanned.Answer(
                Outcome.Expecting,
                clock.Now,
                [about],
                Intent.After(waiting),
                waiting.Code.Text
            ),
            CommandCard.Undo or CommandCard.Confirm => scanned.Answer(Outcome.Accepted, clock.Now, [about], []),
            // What waits stays: the selection is the container, and the card is asked to be confirmed.
            CommandCard.Discard when waiting?.Container is { } container => scanned.Answer(
                Outcome.Expecting,
                clock.Now,
                [about, AboutThings.Thing(container)],
                ["confirm"],
                container.Code
            ),
            CommandCard.Discard => scanned.Answer(
                Outcome.Accepted,
                clock.Now,
                [new AboutThing("card", Guid.Empty, "DiscardNothing")],
                ["container"]
            ),
            _ => scanned.Answer(Outcome.Expecting, clock.Now, [about], ["anything"]),
        };
    }

    /// <summary>What may be scanned after the first of two scans that waits, as words; nothing where none waits.</summary>
    public async Task<IReadOnlyList<string>> ExpectedAfterAsync(PersonId person, StationId station)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await WorkingCopy.FindAsync(db, person, station) is not { Code: { } code } waiting)
            return [];
        var symbol = await SymbolReads.FindAsync(db, new OwnCode(code));
        if (waiting.Awaiting == nameof(CommandCard.Discard))
            return ["confirm"];
        if (
            waiting.Awaiting is { } first
            && Intent.AwaitingConfirmation(await SymbolReads.FindAsync(db, new OwnCode(first)), symbol) is { } asked
        )
            return [ExpectedScans.ToConfirm(asked)];
        return symbol.Code.Kind == CodeKind.CommandCard ? ["anything"] : Intent.After(symbol);
    }
}
