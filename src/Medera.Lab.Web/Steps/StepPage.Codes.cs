using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Steps;

/// <content>Codes come into a form by the scan box alone: each finds its field by what it is stuck on, and how it came is kept with it.</content>
public sealed partial class StepPage
{
    private const string How = "how ";

    private string? into;
    private Broken? notTaken;
    private ScanOutcome? sounded;
    private bool filled;

    private IEnumerable<CommandField> CodeFields => fields!.Asked.Where(f => f.Kind is "code" or "codes");

    private static CodeKind KindOf(CommandField field) =>
        field.Code
        ?? field.Name switch
        {
            "wristband" => CodeKind.Wristband,
            "position" => CodeKind.Position,
            "badge" => CodeKind.Badge,
            "material" => CodeKind.MaterialLot,
            "tray" => CodeKind.Tray,
            _ => CodeKind.Container,
        };

    /// <summary>Whether somebody has to say which of several fields the next code is for.</summary>
    private bool IsChosen(CommandField field) =>
        field.Kind is "code" or "codes" && CodeFields.Count(f => KindOf(f) == KindOf(field)) > 1;

    /// <summary>The field that the next code of a kind goes to: the one chosen, else the first that needs one.</summary>
    private CommandField? FieldFor(CodeKind kind)
    {
        var fitting = CodeFields.Where(f => KindOf(f) == kind).ToList();
        return fitting.Find(f => f.Name == into)
            ?? fitting.Find(f => f.Required && fields!.List(f.Name).Count == 0)
            ?? fitting.Find(f => f.Kind == "code" && fields!.List(f.Name).Count == 0)
            ?? fitting.Find(f => f.Kind == "codes")
            ?? fitting.FirstOrDefault();
    }

    private async Task ScannedAsync(ScannedText scan)
    {
        var reading = Barcode.Read(scan.Text, Arrival.Of(scan.From));
        notTaken = reading switch
        {
            Reading.Own own => Against(scan, own.Code) ?? await ForeignAsync(own.Code),
            Reading.Gs1 when PackageFill.Fits(fields!) => null,
            Reading.Unreadable bad => UnreadableTexts.Told(bad),
            _ => ForeignSymbols.Told(reading),
        };
        filled = notTaken is null && reading is Reading.Gs1;
        if (notTaken is not null)
            await Words.LearnAsync([notTaken]);
        else if (reading is Reading.Gs1 package)
            await FillAsync(package);
        else
            await TakeAsync(scan, ((Reading.Own)reading).Code);
        sounded = new ScanOutcome(scan.Id, notTaken is null ? ScanTone.Accepted : ScanTone.Refused);
    }

    private Broken? Against(ScannedText scan, OwnCode code)
    {
        var typed = LabDesk.TypedBroken(scan.From, scan.TypedWhy, code);
        // Here the code is typed because its label cannot be read: position, neighbour and a second person answer for it.
        if (typed?.Variant == "label" && CommandCatalogue.Find(Verb) == typeof(IdentifyContainer))
            typed = null;
        return typed
            ?? (FieldFor(code.Kind) is null ? DeskRules.NotExpected.Broken("kind", ("kind", code.Kind)) : null);
    }

    /// <summary>A form that was opened at a batch is for its containers: one of another batch would record the act there.</summary>
    private async Task<Broken?> ForeignAsync(OwnCode code) =>
        Batch is { } batch
        && code.Kind == CodeKind.Container
        && await Processing.ContainerAsync(code.Text) is { } found
        && found.Container.Batch.Value != batch
            ? BalanceRules.Balances.Broken("foreign", ("code", code.Text))
            : null;

    private async Task FillAsync(Reading.Gs1 package)
    {
        await PackageFill.FillAsync(fields!, package, Lots, Time);
        await ChangedAsync();
    }

    private Task TakeAsync(ScannedText scan, OwnCode code)
    {
        var field = FieldFor(code.Kind)!;
        var codes = fields!.List(field.Name);
        if (field.Kind == "code")
        {
            codes.Clear();
            into = null;
        }
        else
        {
            into = field.Name;
        }
        if (!codes.Contains(code.Text, StringComparer.Ordinal))
            codes.Add(code.Text);
        fields.Texts[How + code.Text] = [scan.From.ToString(), AimIdentifier.Of(scan.Text) ?? "", scan.TypedWhy ?? ""];
        return ChangedAsync();
    }

    /// <summary>What was scanned for the form, in the order of its fields. What the form knew already was not.</summary>
    private IReadOnlyList<Scan> Scans =>
        [.. Came.Select(c => new Scan(c.Code, Said(c.How, 1), Enum.Parse<ScanSource>(c.How[0])))];

    private string? TypedWhy => Came.Select(c => Said(c.How, 2)).FirstOrDefault(why => why is not null);

    /// <summary>Each code that was scanned here, with its source, its symbology and the reason for typing it.</summary>
    private IEnumerable<(string Code, List<string> How)> Came =>
        CodeFields
            .SelectMany(f => fields!.List(f.Name))
            .Distinct(StringComparer.Ordinal)
            .Where(c => fields!.Texts.ContainsKey(How + c))
            .Select(c => (c, fields!.List(How + c)));

    private static string? Said(List<string> how, int at) => how.Count > at && how[at].Length > 0 ? how[at] : null;
}
