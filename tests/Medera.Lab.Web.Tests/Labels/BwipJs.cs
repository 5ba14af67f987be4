using System.Text.Json;

namespace Medera.Lab.Web.Tests.Labels;

/// <summary>The same texts as somebody else writes them, to tell what a reader cannot do from what our symbols lack.</summary>
internal static class BwipJs
{
    public const string Square = """{"format":"square"}""",
        Rectangle = """{"format":"rectangle"}""";

    public static async Task<IReadOnlyList<BitMatrix>> WriteAsync(
        string symbology,
        string options,
        IReadOnlyList<string> texts
    )
    {
        var said = await Tool.RunAsync(
            "node",
            [Path.Combine(TestTools.Root(), "tests", "tools", "modules.mjs"), symbology, options],
            JsonSerializer.Serialize(texts)
        );
        return
        [
            .. said.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => Read(JsonDocument.Parse(line).RootElement)),
        ];
    }

    private static BitMatrix Read(JsonElement symbol)
    {
        var (columns, modules) = (symbol.GetProperty("columns").GetInt32(), symbol.GetProperty("modules").GetString()!);
        var rows = modules.Length / columns;
        // Bars come as one row.
        return rows == 1
            ? new BitMatrix(Raster.BarHeight, columns, (_, column) => modules[column] == '1')
            : new BitMatrix(rows, columns, (row, column) => modules[(row * columns) + column] == '1');
    }
}
