using System.Globalization;
using Medera.Lab.Custody;
using Medera.Lab.Deciding;
using Medera.Lab.Inventory;
using Medera.Lab.Rules;
using Medera.Lab.Scanning;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Scanning;
using Medera.Lab.Web.Shared;
using Medera.Lab.Web.Steps;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Materials;

/// <summary>The form of one act on a lot of material, made from the command's own fields. It sends; the desk judges.</summary>
public sealed partial class MaterialStepPage
{
    private readonly Intended intended = new();
    private Material? lot;
    private Type? command;
    private StepFields? fields;
    private bool loaded;
    private bool busy;
    private bool filled;
    private Scan? scanned;
    private string? typedWhy;
    private Broken? notTaken;
    private ScanOutcome? sounded;
    private Answer? done;
    private IReadOnlyList<Broken> refused = [];
    private IReadOnlyList<FormError> errors = [];

    /// <summary>The lot; null where one is received.</summary>
    [Parameter] public Guid? Id { get; set; }

    [Parameter] public string? Verb { get; set; }

    [Inject] private Drafts Drafts { get; set; } = default!;

    private string VerbName => Verb ?? "material.receive";

    private string Title => Wording.Word(VerbName);

    private string About => Id?.ToString() ?? "";

    private bool Receives => command == typeof(MaterialCommand.Receive);

    private string BackHref => Id is { } id ? $"/materials/{id}" : done?.About.FirstOrDefault(a => a.Kind == "material") is { } made ? $"/materials/{made.Id}" : "/materials";

    /// <summary>The one field that a code is scanned into.</summary>
    private CommandField? CodeField => fields!.Asked.FirstOrDefault(f => f.Kind == "code");

    private CodeKind CodeKind => CodeField!.Name switch { "tray" => CodeKind.Tray, "material" => CodeKind.MaterialLot, _ => CodeKind.Container };

    /// <summary>The instant that the day of the label comes to.</summary>
    private DateTimeOffset? Until => DateTimeOffset.TryParse(fields!["expiry"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Time.Local(at) : null;

    private string Day => Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (Id is { } id) lot = await Reads.MaterialAsync(new MaterialId(id));
        command = MaterialLook.CommandOf(VerbName);
        loaded = true;
        if (command is null || (lot is null) != Receives) return;
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        if (lot is not null) given["material"] = lot.Code;
        fields = new StepFields(command, given, Time);
        fields.Restore(await Drafts.LoadAsync(Visitor.Person, VerbName, About));
    }

    private Task ChangedAsync() => TryAsync(() => Drafts.SaveAsync(Visitor.Person, VerbName, About, fields!.Texts));

    private Task SetDayAsync(ChangeEventArgs e)
    {
        SetExpiry(DateOnly.TryParseExact(e.Value?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new LabelTime(day, null) : null);
        return ChangedAsync();
    }

    private void SetExpiry(LabelTime? day) => fields!["expiry"] = day is { } label ? Time.EndOf(label).ToString("O", CultureInfo.InvariantCulture) : "";

    private async Task ScannedAsync(ScannedText scan)
    {
        var reading = Barcode.Read(scan.Text, Arrival.Of(scan.From));
        (notTaken, filled) = (null, false);
        if (Receives && reading is Reading.Gs1 package) await FillAsync(package);
        else if (Against(scan, reading) is { } broken) await Words.LearnAsync([notTaken = broken]);
        else await TakeAsync(scan, ((Reading.Own)reading).Code);
        sounded = new ScanOutcome(scan.Id, notTaken is null ? ScanTone.Accepted : ScanTone.Refused);
    }

    private Broken? Against(ScannedText scan, Reading reading) => reading switch
    {
        Reading.Own own => LabDesk.TypedBroken(scan.From, scan.TypedWhy, own.Code) ?? (own.Code.Kind == CodeKind ? null : DeskRules.NotExpected.Broken("kind", ("kind", own.Code.Kind))),
        Reading.Unreadable bad => UnreadableTexts.Told(bad),
        _ => ForeignSymbols.Told(reading),
    };

    private Task TakeAsync(ScannedText scan, Medera.Lab.Scanning.OwnCode code)
    {
        fields!.Texts[CodeField!.Name] = [code.Text];
        (scanned, typedWhy) = (new Scan(code.Text, AimIdentifier.Of(scan.Text), scan.From), scan.TypedWhy);
        return ChangedAsync();
    }

    /// <summary>What the supplier's package says fills the fields: to be looked over, and not sent by itself.</summary>
    private async Task FillAsync(Reading.Gs1 package)
    {
        filled = true;
        if (package["10"] is { } number) fields!["lot"] = number;
        if (package.ExpiresOn(Time.Now.Year) is { } day) SetExpiry(day);
        if (package["01"] is { } gtin)
        {
            fields!["gtin"] = gtin;
            if (await Reads.LastOfAsync(gtin) is { } last)
                foreach (var (name, text) in new[] { ("article", last.Article), ("supplier", last.Supplier), ("unit", last.Unit.ToString()) })
                    if (fields[name].Length == 0) fields[name] = text;
        }
        await ChangedAsync();
    }

    private async Task SendAsync()
    {
        Command? wanted;
        (wanted, errors) = fields!.Read(name => T["Step.Required", Wording.Word(name)], name => T["Step.Unreadable", Wording.Word(name)]);
        refused = [];
        if (wanted is null || errors.Count > 0) return;
        busy = true;
        try
        {
            var scans = scanned is { } read && fields.List(CodeField?.Name ?? "").Contains(read.Identifier) ? new[] { read } : [];
            var request = new Request(intended.IdOf(wanted), wanted, Visitor.Person, Visitor.Station, Scanned: scans) { TypedWhy = scans.Length > 0 ? typedWhy : null };
            await ActAsync(() => Desk.Do(request), ShowAsync);
        }
        catch (NotCanonical wrong)
        {
            errors = [new FormError(fields.Asked[0].Name, wrong.Message)];
        }
        finally
        {
            busy = false;
        }
    }

    private async Task ShowAsync(Answer answer)
    {
        intended.Answered();
        (done, refused) = answer.Outcome == Outcome.Accepted ? (answer, []) : ((Answer?)null, answer.Refusals);
        await Words.LearnAsync(answer.Refusals);
        if (done is not null) await Drafts.DropAsync(Visitor.Person, VerbName, About);
    }
}
