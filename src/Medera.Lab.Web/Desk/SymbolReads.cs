using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Desk;

/// <summary>What bears a code that was scanned, and why it may do no work.</summary>
internal static class SymbolReads
{
    /// <summary>The code with what bears it, or bore it before.</summary>
    public static async Task<Symbol> FindAsync(LabDb db, OwnCode code)
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
                return wearer is not null
                    ? new Symbol(code, null, AboutThings.Thing(wearer))
                    : new Symbol(
                        code,
                        null,
                        null,
                        Voided: await db.FormerWristbands.FirstOrDefaultAsync(f => f.Code == code.Text)
                    );
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
                var thing = await HouseThings.FindAsync(db, code);
                return new Symbol(code, null, thing is null ? null : AboutThings.Thing(thing));
        }
    }

    /// <summary>What stands against a code whatever was scanned before it: replaced by another one, or of nothing that is known.</summary>
    public static async Task<Broken?> AgainstAsync(LabDb db, Symbol symbol)
    {
        if (symbol.Former is { } former)
            return DeskRules.Unknown.Broken(
                "replaced",
                ("code", former.Code),
                ("at", former.Until),
                ("now", await db.Containers.Where(c => c.Id == former.Container).Select(c => c.Code).FirstAsync())
            );
        if (symbol.Voided is { } voided)
            return DeskRules.Unknown.Broken(
                "wristband-voided",
                ("at", voided.Until),
                ("reason", voided.Reason ?? Reasons.Other)
            );
        return symbol.About is null && !symbol.FromTheRoll && !symbol.NewTray
            ? DeskRules.Unknown.Broken(
                symbol.Code.Kind == CodeKind.MaterialLot ? "material" : "unknown",
                ("code", symbol.Code.Text)
            )
            : null;
    }

    /// <summary>What stands against a code after the one that waits, or alone; null: it may be the first of two.</summary>
    public static async Task<Broken?> NotExpectedAsync(LabDb db, Symbol? waiting, Symbol scanned)
    {
        // A container goes into a position or comes out of one; its box alone does not say which.
        if (
            waiting is not null
            && (waiting.IsBox || scanned.IsBox)
            && (waiting.Container ?? scanned.Container) is not null
        )
            return await RefuseBoxAsync(db, scanned.IsBox ? scanned : waiting);
        if (waiting is not null && waiting.Code.Kind != scanned.Code.Kind)
            return DeskRules.NotExpected.Broken("pair", ("first", waiting.Code.Text), ("second", scanned.Code.Text));
        if (Intent.After(scanned) is { Count: 0 } && scanned.Container is null)
            return scanned.Code.Kind == CodeKind.Badge
                ? DeskRules.NotExpected.Broken("badge")
                : DeskRules.NotExpected.Broken("kind", ("kind", scanned.Code.Kind));
        return null;
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
}
