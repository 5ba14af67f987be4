using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;
using Route = Medera.Lab.Planning.Route;

namespace Medera.Lab.Web.Administration;

/// <summary>Start, completion, stop in part, the rest. It reads numbers and hands on commands; whether they may be is the desk's answer.</summary>
public sealed partial class GiveForms
{
    private const Route IvRoute = Route.Intravenous;
    private const Route ItRoute = Route.Intrathecal;

    private Route? route;
    private string volume = "";
    private string given = "";
    private string reason = "";
    private string? reasonText;
    private IReadOnlyList<FormError> errors = [];

    [Parameter, EditorRequired]
    public BedsideView View { get; set; } = default!;

    /// <summary>The desk's time of this drawing.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    public EventCallback<Command> OnWanted { get; set; }

    [Inject]
    private LabTime Time { get; set; } = default!;

    private bool Waiting => !RendererInfo.IsInteractive;

    // The volume is filled in, the route is not: choosing it is a thought that a wrong route costs a life for.
    protected override void OnInitialized() => volume = View.DoseUl is { } dose ? Decimals.Millilitres(dose) : "";

    private Task StartAsync()
    {
        if (route is { } by)
            return WithVolume(
                "volume",
                volume,
                ul => new StartAdministration(new ContainerCode(View.Container.Code), by, ul)
            );
        errors = [new FormError("route-iv", T["Bedside.ChooseRoute"])];
        return Task.CompletedTask;
    }

    private Task CompleteAsync() =>
        WithVolume("given", given, ul => new CompleteAdministration(new ContainerCode(View.Container.Code), ul));

    private Task StopAsync() =>
        WithVolume(
            "given",
            given,
            ul => new StopAdministration(new ContainerCode(View.Container.Code), ul, reason, reasonText)
        );

    private Task WithVolume(string field, string typed, Func<long, Command> command)
    {
        errors = Decimals.TryThousandths(typed, out var microlitres)
            ? []
            : [new FormError(field, T["Bedside.VolumeUnread"])];
        return errors.Count > 0 ? Task.CompletedTask : OnWanted.InvokeAsync(command(microlitres));
    }
}
