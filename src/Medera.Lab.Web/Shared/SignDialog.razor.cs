using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Medera.Lab.Web.Shared;

/// <summary>
/// Who signs what, with which meaning and consequence, and the password again. The dialog proves nothing: the desk checks
/// person, password and record when it is called.
/// </summary>
public sealed partial class SignDialog : IAsyncDisposable
{
    private ElementReference dialog;
    private IJSObjectReference? module;
    private bool shown;
    private bool busy;
    private string password = "";
    private string? reason;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Parameter, EditorRequired]
    public bool Open { get; set; }

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The signer and which signature it is: "releaser 1 · signature 1 of 2".</summary>
    [Parameter, EditorRequired]
    public string Who { get; set; } = "";

    /// <summary>In the zone to show; the record's own time is taken by the desk.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset At { get; set; }

    /// <summary>The sentence that is signed, in the first person.</summary>
    [Parameter, EditorRequired]
    public string Meaning { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<SignFact> What { get; set; } = [];

    /// <summary>What happens then, and whether it can be taken back.</summary>
    [Parameter, EditorRequired]
    public string Consequence { get; set; } = "";

    /// <summary>The word on the button: the act, not "OK".</summary>
    [Parameter, EditorRequired]
    public string ActionLabel { get; set; } = "";

    [Parameter]
    public string? RecordHash { get; set; }

    /// <summary>Set where a reason or comment is wanted; null shows no field.</summary>
    [Parameter]
    public string? ReasonLabel { get; set; }

    /// <summary>Why the last try was refused; the dialog stays open.</summary>
    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public EventCallback<Signing> OnSign { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    private string HeadingId => "sign-heading";

    protected override void OnParametersSet()
    {
        // Each signature starts empty, whoever signed here before.
        if (Open && !shown)
        {
            password = "";
            reason = null;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Open == shown)
            return;
        shown = Open;
        module ??= await Js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Shared/SignDialog.razor.js"]}");
        await module.InvokeVoidAsync(Open ? "open" : "close", dialog);
    }

    private async Task Sign()
    {
        // Two quick touches are one signature; the desk would refuse the second, but not without noise.
        if (busy)
            return;
        busy = true;
        try
        {
            var given = new Signing(password, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
            password = "";
            await OnSign.InvokeAsync(given);
        }
        finally
        {
            busy = false;
        }
    }

    private async Task Cancel()
    {
        password = "";
        reason = null;
        await OnCancel.InvokeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (module is null)
            return;
        try
        {
            await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone and its module with it.
        }
    }
}
