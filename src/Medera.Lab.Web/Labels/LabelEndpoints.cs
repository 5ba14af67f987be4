using System.Globalization;
using System.Text.RegularExpressions;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Api;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Labels;

/// <summary>Files of printed labels, for browsers that are signed in; the REST door hands out the same. A label that is not in the record has no file.</summary>
public static partial class LabelEndpoints
{
    private const int MostSizes = Limits.Reads.LabelSizes;

    public static void MapLabels(this WebApplication app)
    {
        var files = app.MapGroup("/labels").RequireAuthorization(Policies.Staff).ExcludeFromDescription();
        foreach (var form in Forms)
        {
            files.MapGet(
                $"/{{id:guid}}.{form}",
                (Guid id, LabelReads reads, LabelFiles drawn) => OneAsync(id, form, reads, drawn)
            );
            if (form != "svg")
                files.MapGet(
                    $"/batches/{{batch:guid}}.{form}",
                    (Guid batch, string? printed, LabelReads reads, LabelFiles drawn) =>
                        OfBatchAsync(batch, form, printed, reads, drawn)
                );
        }
        // The policy allows no styles in a page: the size of the paper comes as a sheet of its own.
        files.MapGet("/paper.css", (string? sizes) => Paper(sizes));
    }

    /// <summary>The forms of a file.</summary>
    public static IReadOnlyList<string> Forms { get; } = ["pdf", "zpl", "svg"];

    /// <summary>One label.</summary>
    public static async Task<IResult> OneAsync(Guid id, string form, LabelReads reads, LabelFiles drawn) =>
        await reads.LabelAsync(new LabelId(id)) is { } line
            ? File(await drawn.OfAsync([line]), form, $"label-{line.Label.Code}")
            : ApiErrors.NotFound("label");

    /// <summary>The labels of a batch that wait to be scanned back, or those of one print.</summary>
    /// <param name="printed">The instant of the print, as the desk told it.</param>
    public static async Task<IResult> OfBatchAsync(
        Guid batch,
        string form,
        string? printed,
        LabelReads reads,
        LabelFiles drawn
    )
    {
        if (!IsInstant(printed, out var at))
            return ApiErrors.Problem(400, "The field printed is no instant.");
        var lines = await reads.LabelsAsync(new BatchId(batch), at is null ? [LabelState.Printed] : null, at);
        return lines.Count == 0
            ? ApiErrors.NotFound("label of this batch that waits")
            : File(await drawn.OfAsync(lines), form, $"labels-{lines[0].Label.Words.Batch}");
    }

    /// <summary>The instant of a print; none given is well.</summary>
    public static bool IsInstant(string? printed, out DateTimeOffset? at)
    {
        at = null;
        if (string.IsNullOrEmpty(printed))
            return true;
        if (
            !DateTimeOffset.TryParse(
                printed,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var parsed
            )
        )
            return false;
        at = parsed;
        return true;
    }

    private static IResult File(IReadOnlyList<LabelLayout> layouts, string form, string name)
    {
        if (layouts.FirstOrDefault(l => !l.IsPrintable) is { } bad)
            return ApiErrors.Problem(
                409,
                $"This label does not pass the check, and is not printed: {bad.Problems[0].Sentence("en")}"
            );
        var (bytes, type) = LabelFiles.Written(layouts, form);
        return Results.File(bytes, type, form == "svg" ? null : $"{name}.{form}");
    }

    /// <summary>One page form a size, in millimetres: each label stands on a page as large as itself.</summary>
    private static IResult Paper(string? sizes)
    {
        var known = (sizes ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Take(MostSizes)
            .Select(s => Size().Match(s))
            .Where(m => m.Success)
            .ToList();
        if (known.Count == 0)
            return ApiErrors.Problem(400, "The field sizes names no size, such as 33x13.");
        var sheet = string.Concat(
            known.Select(m =>
                $"@page l{Name(m)} {{ size: {m.Groups["w"].Value}mm {m.Groups["h"].Value}mm; margin: 0; @bottom-right {{ content: none }} }} .l{Name(m)} {{ page: l{Name(m)} }}\n"
            )
        );
        return Results.Text(sheet, "text/css");
    }

    private static string Name(Match size) => SizeName(size.Value);

    /// <summary>The name of a size within a sheet: 33x13.5 is 33x13_5.</summary>
    public static string SizeName(string size) => size.Replace('.', '_');

    [GeneratedRegex(
        @"^(?<w>[0-9]{1,3}(\.[0-9]{1,2})?)x(?<h>[0-9]{1,3}(\.[0-9]{1,2})?)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Size();
}
