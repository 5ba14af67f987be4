using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Medera.Lab.Web.Access;

/// <summary>
/// What every page behind the sign-in has: who is there, the laboratory's time, the words; and, for what is live, the feed. A
/// page loads, draws, follows and is disposed; it decides nothing.
/// </summary>
public abstract class LabPage : ComponentBase, IDisposable
{
    private IDisposable? following;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject] protected LabReads Reads { get; set; } = default!;

    [Inject] protected LabDesk Desk { get; set; } = default!;

    [Inject] protected Wording Words { get; set; } = default!;

    [Inject] protected LabTime Time { get; set; } = default!;

    [Inject] protected LabClock Clock { get; set; } = default!;

    [Inject] private Feed Feed { get; set; } = default!;

    /// <summary>Who is signed in; a page without anybody is not reached.</summary>
    protected Visitor Visitor { get; private set; } = default!;

    /// <summary>The desk's time in the laboratory's zone: what rules judge by.</summary>
    protected DateTimeOffset DeskNow => Time.Local(Clock.Now);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Visitor = Visitor.Of((await Authentication).User) ?? throw new InvalidOperationException("The page asks for a sign-in.");
        if (RendererInfo.IsInteractive) following = Feed.Follow(TellAsync);
    }

    /// <summary>Whether a note of the feed concerns what is on the screen; then <see cref="ReloadAsync"/> is called.</summary>
    protected virtual bool Concerns(FeedNote note) => false;

    /// <summary>Whether the screen says what is sealed; others are not drawn again for it.</summary>
    protected virtual bool ShowsSeals => false;

    /// <summary>Reads again what is on the screen.</summary>
    protected virtual Task ReloadAsync() => Task.CompletedTask;

    private Task TellAsync(FeedNote note) => (note.SealedUpTo is null || ShowsSeals) && Concerns(note) ? InvokeAsync(async () =>
    {
        await ReloadAsync();
        StateHasChanged();
    }) : Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        following?.Dispose();
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>For a page that holds something itself.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
