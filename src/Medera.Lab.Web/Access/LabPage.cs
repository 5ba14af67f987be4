using System.Globalization;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Medera.Lab.Web.Access;

/// <summary>
/// What every page behind the sign-in has: who is there, the laboratory's time, the words; and, for what is live, the feed. A
/// page loads, draws, follows and is disposed; it decides nothing.
/// </summary>
public abstract class LabPage : ComponentBase, IDisposable
{
    /// <summary>Between two drawings of what was told while the page was drawn.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(250);

    private IDisposable? following;
    private bool drawing;
    private bool told;
    private bool opened;
    private CultureInfo culture = CultureInfo.InvariantCulture;
    private CultureInfo language = CultureInfo.InvariantCulture;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    protected PeopleReads People { get; set; } = default!;

    [Inject]
    protected LabDesk Desk { get; set; } = default!;

    [Inject]
    protected Wording Words { get; set; } = default!;

    [Inject]
    protected LabTime Time { get; set; } = default!;

    [Inject]
    protected LabClock Clock { get; set; } = default!;

    [Inject]
    private OpenPages Pages { get; set; } = default!;

    [Inject]
    private Feed Feed { get; set; } = default!;

    [Inject]
    private ILogger<LabPage> Log { get; set; } = default!;

    /// <summary>Who is signed in; a page without anybody is not reached.</summary>
    protected SignedInUser SignedIn { get; private set; } = default!;

    /// <summary>Whether the page has read what it shows: what it did not find then is not there.</summary>
    protected bool Loaded { get; private set; }

    /// <summary>What the database left unanswered; a page draws it with <see cref="NoAnswer"/>.</summary>
    protected Connection Connection { get; private set; }

    /// <summary>The desk's time in the laboratory's zone: what rules judge by.</summary>
    protected DateTimeOffset DeskNow => Time.Local(Clock.Now);

    /// <inheritdoc/>
    protected sealed override async Task OnInitializedAsync()
    {
        SignedIn =
            SignedInUser.From((await Authentication).User)
            ?? throw new InvalidOperationException("The page asks for a sign-in.");
        (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        if (RendererInfo.IsInteractive)
            following = Feed.Follow(TellAsync);
        // Blazor draws a page at its first wait. A read may be answered without one: then half of a page would be drawn first.
        await Task.Yield();
        await OpenAsync();
    }

    /// <summary>Reads what the page shows, for the first time.</summary>
    protected virtual Task OpenAsync() => ReloadAsync();

    /// <inheritdoc/>
    protected sealed override void OnParametersSet() => (opened, Loaded) = (!Loaded, true);

    /// <inheritdoc/>
    protected sealed override Task OnParametersSetAsync() => opened ? Task.CompletedTask : OtherParametersAsync();

    /// <summary>The open page was given other parameters: the next page of a list, a filter.</summary>
    protected virtual Task OtherParametersAsync() => Task.CompletedTask;

    /// <summary>Whether a note of the feed concerns what is on the screen; then <see cref="ReloadAsync"/> is called.</summary>
    protected virtual bool Concerns(FeedNote note) => false;

    /// <summary>Whether the screen says what is sealed; others are not drawn again for it.</summary>
    protected virtual bool ShowsSeals => false;

    /// <summary>Reads again what is on the screen.</summary>
    protected virtual Task ReloadAsync() => Task.CompletedTask;

    /// <summary>
    /// Sends an act and shows its answer. A database that is gone does not end the page: what was typed stays, the page says that
    /// nobody knows whether the act was recorded, and <see cref="Intended"/> gives it the same identifier when it is sent again.
    /// </summary>
    protected async Task ActAsync(Func<Task<Answer>> send, Func<Answer, Task> show)
    {
        Answer answer;
        try
        {
            answer = await send();
        }
        catch (SessionEndedException)
        {
            Leave();
            return;
        }
        catch (Exception gone) when (DatabaseGone.Is(gone))
        {
            Log.LogWarning(gone, "An act was not answered.");
            Connection = Connection.Unknown;
            return;
        }
        Connection = Connection.Answered;
        await TryAsync(() => show(answer));
    }

    /// <summary>The act that was not answered comes again without anybody's doing: nobody is asked to send it.</summary>
    protected void IsBroughtAgain() => Connection = Connection.Stale;

    /// <summary>Does what may fail without harm: reading again, keeping a draft. Where it does, the page says that it may be old.</summary>
    protected async Task TryAsync(Func<Task> harmless)
    {
        try
        {
            await harmless();
            if (Connection == Connection.Stale)
                Connection = Connection.Answered;
        }
        catch (SessionEndedException)
        {
            Leave();
        }
        catch (Exception gone) when (DatabaseGone.Is(gone))
        {
            Log.LogWarning(gone, "A page could not be read again.");
            // An act whose fate is not known is worse news, and stays.
            if (Connection == Connection.Answered)
                Connection = Connection.Stale;
        }
    }

    // Nothing was done: the session had ended before its pages were told.
    private void Leave() => Pages.Tell(SignedIn.Session, SessionEnd.Expired);

    private Task TellAsync(FeedNote note) =>
        (note.SealedUpTo is null || ShowsSeals) && Concerns(note) ? InvokeAsync(FollowAsync) : Task.CompletedTask;

    /// <summary>Draws anew at once; what is told meanwhile is drawn together, after a breath: two hundred open screens must not read at each of a burst of scans.</summary>
    private async Task FollowAsync()
    {
        told = true;
        if (drawing)
            return;
        drawing = true;
        try
        {
            for (var first = true; told; first = false)
            {
                if (!first)
                    await Task.Delay(Breath);
                told = false;
                // The call comes from whoever acted, and brings their language along: this screen has a reader of its own.
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
                await TryAsync(ReloadAsync);
                // What is being opened is drawn when all of it was read.
                if (Loaded)
                    StateHasChanged();
            }
        }
        finally
        {
            drawing = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        following?.Dispose();
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>For a page that holds something itself.</summary>
    protected virtual void Dispose(bool disposing) { }
}
