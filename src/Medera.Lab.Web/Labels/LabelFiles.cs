using System.Globalization;
using System.Text;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Labels;

/// <summary>
/// Labels that stand in the record as printed, drawn again with the words and for the printer of their print. Asking for a file is no
/// print: a further paper of the same label is a reprint, at the desk, with a reason.
/// </summary>
public sealed class LabelFiles(LabelReads reads, ProcessingReads batches)
{
    /// <summary>The layouts of labels; the check is asked again, and whoever hands a file out asks it.</summary>
    public async Task<IReadOnlyList<LabelLayout>> OfAsync(IReadOnlyList<LabelLine> lines)
    {
        var templates = new Dictionary<LabelTemplateId, LabelTemplate>();
        var layouts = new List<LabelLayout>(lines.Count);
        foreach (var label in lines.Select(l => l.Label))
        {
            if (!templates.TryGetValue(label.Template, out var template))
                templates[label.Template] = template =
                    (await reads.TemplateAsync(label.Template))?.Drawn()
                    ?? throw new InvalidOperationException("A label was printed from a template that is not there.");
            layouts.Add(
                LabelLayout.Lay(
                    template,
                    label.Words.ContentOf(new OwnCode(label.Code)),
                    PrinterOf(label.Words.Dpi),
                    label.Words.Language,
                    LabelTool.All
                )
            );
        }
        return layouts;
    }

    /// <summary>The donor's statements of a batch on a sheet of their own, as the record has them now; null where there is nothing to say, or nobody is known.</summary>
    /// <param name="now">In the laboratory's zone: the sheet says when it was so.</param>
    public async Task<LabelLayout?> StatementsAsync(BatchId id, DateTimeOffset now, string language)
    {
        if (
            await batches.BatchAsync(id) is not { } view
            || (await batches.ContainersAsync(id, size: 1)).FirstOrDefault() is not { } any
        )
            return null;
        if (
            LabelFilling.DonorOf(view.Batch.Origin, view.Donor, view.Protocol.Content)?.In(language) is not { } donor
            || (DonorStatements.List(donor, language).Count == 0 && !donor.IsBiohazard)
        )
            return null;
        var content = new LabelContent(new OwnCode(any.Container.Code))
        {
            Batch = view.Batch.Number,
            Product = view.Protocol.Content.Product,
            Filled = now,
            Donor = donor,
        };
        return LabelLayout.Lay(BuiltInTemplates.StatementsSheet, content, PrinterOf(300), language, LabelTool.All);
    }

    /// <summary>A printer by its resolution.</summary>
    public static Printer PrinterOf(int dpi) => new($"{dpi.ToString(CultureInfo.InvariantCulture)} dpi", dpi);

    /// <summary>The bytes and the type of a file of labels.</summary>
    /// <param name="form">pdf, zpl or svg; svg is of one label.</param>
    /// <exception cref="ArgumentException">Another form, or several labels as svg.</exception>
    /// <exception cref="InvalidOperationException">A label that must not be printed.</exception>
    public static (byte[] Bytes, string Type) Written(IReadOnlyList<LabelLayout> layouts, string form)
    {
        if (layouts.Any(l => !l.IsPrintable))
            throw new InvalidOperationException("A label does not pass the check, and is not printed.");
        switch (form)
        {
            case "pdf":
                using (var pdf = new MemoryStream())
                {
                    LabelPdf.Write([.. layouts.Select(l => l.Drawing)], pdf);
                    return (pdf.ToArray(), "application/pdf");
                }
            case "zpl":
                return (
                    Encoding.UTF8.GetBytes(string.Concat(layouts.Select(l => LabelZpl.Write(l.Drawing)))),
                    "application/vnd.zebra.zpl"
                );
            case "svg" when layouts.Count == 1:
                return (Encoding.UTF8.GetBytes(LabelSvg.Write(layouts[0].Drawing)), "image/svg+xml");
            default:
                throw new ArgumentException("A file of labels is pdf or zpl, and of one label svg too.", nameof(form));
        }
    }
}
