using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.ActForms;

/// <summary>The codes of one form. They come by the scan box alone: each finds its field by what it is stuck on, and how it came is kept with it.</summary>
public sealed class FormCodes(Type command, FormFields fields)
{
    private const string How = "how ";

    /// <summary>The field that somebody chose for the next code.</summary>
    public string? Into { get; set; }

    /// <summary>The fields that take codes.</summary>
    public IEnumerable<CommandField> Fields => fields.Asked.Where(f => f.Kind is "code" or "codes");

    /// <summary>Whether somebody has to say which of several fields the next code is for.</summary>
    public bool IsChosen(CommandField field) =>
        field.Kind is "code" or "codes" && Fields.Count(f => f.Code == field.Code) > 1;

    /// <summary>The field that the next code of a kind goes to: the one chosen, else the first that needs one.</summary>
    /// <remarks>A field of codes of any kind takes each.</remarks>
    private CommandField? FieldFor(CodeKind kind)
    {
        var fitting = Fields.Where(f => f.Code is null || f.Code == kind).ToList();
        return fitting.Find(f => f.Name == Into)
            ?? fitting.Find(f => f.Required && fields.List(f.Name).Count == 0)
            ?? fitting.Find(f => f.Kind == "code" && fields.List(f.Name).Count == 0)
            ?? fitting.Find(f => f.Kind == "codes")
            ?? fitting.FirstOrDefault();
    }

    /// <summary>What stands against a code, as it came: typed where it must be scanned, or nothing asks for it.</summary>
    public Broken? Against(ScannedText scan, OwnCode code)
    {
        var typed = LabDesk.TypedBroken(scan.From, scan.TypedWhy, code);
        // Here the code is typed because its label cannot be read: position, neighbour and a second person answer for it.
        if (typed?.Variant == "label" && command == typeof(IdentifyContainer))
            typed = null;
        return typed
            ?? (FieldFor(code.Kind) is null ? DeskRules.NotExpected.Broken("kind", ("kind", code.Kind)) : null);
    }

    /// <summary>Takes a code that nothing stands against.</summary>
    public void Take(ScannedText scan, OwnCode code)
    {
        var field = FieldFor(code.Kind)!;
        var codes = fields.List(field.Name);
        if (field.Kind == "code")
        {
            codes.Clear();
            Into = null;
        }
        else
        {
            Into = field.Name;
        }
        if (!codes.Contains(code.Text, StringComparer.Ordinal))
            codes.Add(code.Text);
        fields.Texts[How + code.Text] =
        [
            scan.From.ToString(),
            AimIdentifier.Read(scan.Text) ?? "",
            scan.TypedWhy ?? "",
        ];
    }

    /// <summary>What was scanned for the form, in the order of its fields. What the form knew already was not.</summary>
    public IReadOnlyList<Scan> Scans =>
        [
            .. Came.Select(c => new Scan(
                c.Code,
                Reason(c.How, 1),
                Choice.Read<ScanSource>(c.How.FirstOrDefault()) ?? ScanSource.Typed
            )),
        ];

    /// <summary>Why a code was typed, where one was.</summary>
    public string? TypedWhy => Came.Select(c => Reason(c.How, 2)).FirstOrDefault(why => why is not null);

    /// <summary>Each code that was scanned here, with its source, its symbology and the reason for typing it.</summary>
    private IEnumerable<(string Code, List<string> How)> Came =>
        Fields
            .SelectMany(f => fields.List(f.Name))
            .Distinct(StringComparer.Ordinal)
            .Where(c => fields.Texts.ContainsKey(How + c))
            .Select(c => (c, fields.List(How + c)));

    private static string? Reason(List<string> how, int at) => how.Count > at && how[at].Length > 0 ? how[at] : null;
}
