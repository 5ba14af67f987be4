using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Medera.Lab.Web.Access;

/// <summary>
/// One circuit, the live part of an open page. Where its session ends it does nothing more, whatever is clicked or scanned, and the
/// browser is led to the sign-in, which says so: the page and the person on it are gone.
/// </summary>
internal sealed class PageSession(
    OpenPages pages,
    SignInSessions sessions,
    AuthenticationStateProvider authentication,
    NavigationManager navigation
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
        navigation.NavigateTo(Address(why), forceLoad: true);
    }
}
