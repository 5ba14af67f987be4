namespace Medera.Lab.Web.Desk;

/// <summary>What only asks: nothing is locked, and nothing is written.</summary>
internal sealed class Questions(CaseFiles files)
{
    /// <summary>Every rule that stands against an act, whether or not the actor may do it.</summary>
    public async Task<IReadOnlyList<Broken>> AskAsync(Doer by, Command wanted)
    {
        var file = await files.OpenToAskAsync(by, wanted);
        var broken = Decide.On(file, wanted).Broken.Where(b => b.Rule != RecordRules.Signed.Id);
        return file.Actor.Holds(CommandCatalogue.Find(wanted).May)
            ? [.. broken]
            : [Authority.Lacking(wanted), .. broken];
    }

    /// <summary>What a print would put on its labels, drawn whatever stands against it.</summary>
    public async Task<IReadOnlyList<LabelLayout>> PreviewAsync(Doer by, LabelAct wanted)
    {
        if (wanted is not IPrintLabels print || print.Dpi is not (203 or 300))
            return [];
        var file = await files.OpenToAskAsync(by, wanted);
        if (file.Unknown.Count > 0)
            return [];
        var (template, printer) = (file.TheTemplate.Drawn(), Labels.LabelFiles.PrinterOf(print.Dpi));
        return
        [
            .. LabelFilling
                .Printed(wanted.Propose(file))
                .Select(l =>
                    LabelLayout.Lay(
                        template,
                        l.Words.ContentOf(new OwnCode(l.Code)),
                        printer,
                        print.Language,
                        Labels.LabelTool.All
                    )
                ),
        ];
    }
}
