using System.Globalization;
using Medera.Lab.Web.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace Medera.Lab.Web.Scanning;

/// <summary>
/// One place where codes come in. It hands on texts in the order they were read, one at a time, and knows nothing of what they
/// mean. Draw the answer into its content, and set <see cref="Outcome"/> to let it sound.
/// </summary>
public sealed partial class ScanBox : IAsyncDisposable
{
    /// <summary>The longest text the laboratory reads. The browser sends one character more, so that the desk can refuse it.</summary>
    public const int LongestText = Limits.Texts.Scan;

    // A call that was cut off is sent again with its id; the answer to the first may have got lost on the way.
    private const int Remembered = Limits.Memory.AnsweredScans;
    private readonly Queue<Guid> handled = new();

    private const string CameraReader = "lib/zxing-wasm/reader/zxing_reader.wasm";

    private ElementReference box;
    private IJSObjectReference? module;
    private IJSObjectReference? handle;
    private DotNetObjectReference<ScanBox>? self;
    private Guid sounded;
    private SignedInUser? visitor;
    private bool gone;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    [Parameter]
    public EventCallback<ScannedText> OnScan { get; set; }

    /// <summary>What to scan now: "Second person: scan your badge". Null asks for anything.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>What would do, or what comes after.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>A symbol of the sprite for what is expected.</summary>
    [Parameter]
    public string Symbol { get; set; } = "scan";

    [Parameter]
    public string InputId { get; set; } = "scan";

    /// <summary>True on the ward, which is silent, no tone and no vibration, until somebody asks for sound on this device.</summary>
    [Parameter]
    public bool Muted { get; set; }

    /// <summary>
    /// True where the same code is asked of a second person. Elsewhere the same one within two seconds is a scanner that read twice.
    /// </summary>
    [Parameter]
    public bool Again { get; set; }

    /// <summary>
    /// True where this device keeps what is scanned while nothing answers, and sends it later. Where an answer is needed before the hand
    /// moves, nothing is kept and the scan is refused at once.
    /// </summary>
    [Parameter]
    public bool Keeps { get; set; }

    /// <summary>Scans that had waited were answered: what the page shows may be old.</summary>
    [Parameter]
    public EventCallback OnReplayed { get; set; }

    /// <summary>Whether a code may be typed here, with its reason. At the bedside none may.</summary>
    [Parameter]
    public bool Typing { get; set; }

    /// <summary>The answer to the last scan; it sounds once.</summary>
    [Parameter]
    public ScanOutcome? Outcome { get; set; }

    /// <summary>The answer in words, and what is expected next.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Whether the build had the camera's reader; without it no camera is offered. A file that is known has a name with its hash.</summary>
    private bool HasCamera => Assets[CameraReader] != CameraReader;

    protected override async Task OnInitializedAsync() =>
        visitor = Authentication is null ? null : SignedInUser.From((await Authentication).User);

    /// <summary>Called by the script, never by a page. Whatever comes here is a stranger's text.</summary>
    /// <returns>False where nobody answered: the device, which keeps the scan, brings it again with the same id.</returns>
    [JSInvokable]
    public async Task<bool> Scanned(string id, string text, string source, string clientAt, long? sequence = null)
    {
        if (!Guid.TryParse(id, out var scan) || handled.Contains(scan))
            return true;
        if (
            !DateTimeOffset.TryParse(clientAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        )
            return true;
        handled.Enqueue(scan);
        if (handled.Count > Remembered)
            handled.Dequeue();
        var taken = new ScannedText(
            scan,
            text.Length > LongestText ? text[..(LongestText + 1)] : text,
            source,
            at,
            sequence
        );
        await OnScan.InvokeAsync(taken);
        return taken.Answered;
    }

    /// <summary>Called by the script, when the server answered scans that had waited on this device.</summary>
    [JSInvokable]
    public Task Replayed() => OnReplayed.InvokeAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            module = await Js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Scanning/ScanBox.razor.js"]}");
            // The page may have taken the box away while its script was on the way.
            if (!gone)
                handle = await module.InvokeAsync<IJSObjectReference>("attach", box, self, LongestText + 1, Muted);
            if (gone)
                await LetGoAsync();
        }
        if (Outcome is { } outcome && outcome.Id != sounded && handle is not null)
        {
            sounded = outcome.Id;
            await handle.InvokeVoidAsync(
                "sound",
                outcome.Tone switch
                {
                    ScanTone.Accepted => "accepted",
                    ScanTone.Warning => "warning",
                    _ => "refused",
                }
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        gone = true;
        await LetGoAsync();
        self?.Dispose();
    }

    private async Task LetGoAsync()
    {
        try
        {
            if (handle is not null)
            {
                await handle.InvokeVoidAsync("detach");
                await handle.DisposeAsync();
                handle = null;
            }
            if (module is not null)
                await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone and its listeners with it.
        }
    }
}
