using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;

namespace Medera.Lab.Web.Access;

/// <summary>
/// One circuit, the live part of an open page. Where its session ends it does nothing more, whatever is clicked or scanned, and the
/// browser is led to the sign-in, which says so: the page and the person on it are gone.
/// </summary>
internal sealed class PageSession(
    OpenPages pages,
    SignInSessions sessions,
    AuthenticationStateProvider authentication,
    IJSRuntime browser,
    ILogger<PageSession> log
) : CircuitHandler
{
    private SessionEnd? ended;

    /// <summary>Where the browser is led; the reason is a word of <see cref="SessionEnd"/>.</summary>
    public static string Address(SessionEnd why) => $"/sign-in?ended={why}";

    /// <inheritdoc/>
    public override async Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (SignedInUser.From((await authentication.GetAuthenticationStateAsync()).User) is not { } user)
            return;
        pages.Enter(circuit.Id, user, Leave);
        // A connection that was gone may have missed the end.
        if (ended is { } why)
            Leave(why);
        else if (await sessions.FindPersonAsync(user.Session, user.Person) is null)
            Leave(SessionEnd.Expired);
    }

    /// <inheritdoc/>
    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        pages.Forget(circuit.Id);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next
    ) => activity => ended is null ? next(activity) : Task.CompletedTask;

    private void Leave(SessionEnd why)
    {
        ended = why;
        _ = LeadAwayAsync(why);
    }

    /// <summary>Not by a navigation of the circuit's: the form that signed a colleague in stands on such a page, and its answer is on the way.</summary>
    private async Task LeadAwayAsync(SessionEnd why)
    {
        try
        {
            await browser.InvokeVoidAsync("medera.leave", Address(why));
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone, or goes without an answer: this circuit hears nothing any more.
            log.LogDebug(gone, "A page whose session ended did not answer.");
        }
    }
}
