using Medera.Lab.EndToEnd.Support;
using Npgsql;

namespace Medera.Lab.EndToEnd;

public sealed class A_burst_of_scans(ServedLaboratory laboratory, Browser browser)
{
    [Fact]
    public async Task of_two_hundred_codes_is_recorded_exactly_and_in_order()
    {
        await using var tablet = await browser.DeviceAsync(laboratory);
        await tablet.SignInAsync("technician2", "bench-2");
        await tablet
            .Page.Locator("[data-interactive=ready]")
            .WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        await tablet.Page.EvaluateAsync(NoteWhatTheBoxSays);
        var wedge = await Wedge.OnAsync(tablet.Page);
        await wedge.PauseAsync(TimeSpan.FromSeconds(1));
        var codes = Enumerable.Range(0, 200).Select(Roll.Fresh).ToList();
        for (var i = 0; i < codes.Count; i++)
        {
            wedge.Pace = i % 3;
            await wedge.TypeAsync(codes[i]);
            await wedge.PressAsync("Enter");
        }
        // A slow machine may leave one unanswered: then it and all behind it are brought again. A disk that stands still for seconds
        // keeps nothing, and the box says of which code it was so, be it the last one. In silence nothing is lost.
        IReadOnlyList<string> recorded = [];
        string[][] said = [];
        List<string> notTaken = [];
        for (var looked = 0; looked < 240 && recorded.Count + notTaken.Count < codes.Count; looked++)
        {
            await tablet.Page.WaitForTimeoutAsync(500);
            said = await tablet.Page.EvaluateAsync<string[][]>("window.said");
            notTaken = [.. said.Where(note => note[1] == "lost").Select(note => note[2]).Distinct()];
            recorded = await RecordedAsync(codes);
        }
        Assert.True(
            codes.Except(notTaken, StringComparer.Ordinal).SequenceEqual(recorded, StringComparer.Ordinal),
            $"""
            not recorded: {string.Join(' ', codes.Except(recorded, StringComparer.Ordinal))}
            said: {string.Join("; ", said.Select(note => string.Join(' ', note)))}
            recorded: {string.Join(' ', recorded)}
            """
        );
        Assert.True(notTaken.Count <= codes.Count / 20, $"not taken: {string.Join(' ', notTaken)}");
        Assert.Empty(tablet.Complaints);
    }

    // What the box did not take it says, and a later scan wipes it away. A window that gets the focus hears no beginning for a moment.
    private const string NoteWhatTheBoxSays = """
        () => {
            const box = document.querySelector('[data-interactive]');
            const from = performance.now();
            const note = (what, text) => window.said.push([`${Math.round(performance.now() - from)} ms`, what, text]);
            window.said = [];
            new MutationObserver(() => {
                if (box.dataset.lost !== undefined) note('lost', box.querySelector('.scan__lost-text').textContent);
                else if (box.dataset.note !== undefined) note(box.dataset.note, box.querySelector('.scan__note-text').textContent);
            }).observe(box, { attributes: true, attributeFilter: ['data-note', 'data-lost'] });
            addEventListener('focus', () => note('focus', ''));
        }
        """;

    private async Task<IReadOnlyList<string>> RecordedAsync(IReadOnlyList<string> codes)
    {
        var password = (await File.ReadAllTextAsync(Path.Combine(laboratory.Folder, "secrets", "postgres"))).Trim();
        await using var source = NpgsqlDataSource.Create(
            $"Host={Path.Combine(laboratory.Folder, "socket")};Username=postgres;Password={password};Database=lab"
        );
        await using var command = source.CreateCommand(
            "SELECT a ->> 'Symbol' FROM (SELECT convert_from(answer, 'UTF8')::jsonb AS a FROM ledger.command) AS c WHERE a ->> 'Symbol' = ANY($1) ORDER BY a ->> 'At'"
        );
        command.Parameters.Add(new() { Value = codes.ToArray() });
        var found = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            found.Add(reader.GetString(0));
        return found;
    }
}
