namespace Medera.Lab.Web.Desk;

/// <content>Labels before they are printed.</content>
public sealed partial class LabDesk
{
    /// <summary>What a print would put on its labels, for the eye: drawn whatever stands against it. Writes nothing and counts nothing.</summary>
    public async Task<IReadOnlyList<LabelLayout>> Preview(PersonId actor, StationId? station, LabelAct wanted)
    {
        if (wanted is not IPrintLabels print || print.Dpi is not (203 or 300))
            return [];
        var file = await FileToAskAsync(actor, station, wanted);
        if (file.Unknown.Count > 0)
            return [];
        var (template, printer) = (file.TheTemplate.Drawn(), Labels.LabelFiles.PrinterOf(print.Dpi));
        return
        [
            .. LabelFilling
                .Printed(wanted.Propose(file))
                .Select(l =>
                    LabelLayout.Of(
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
