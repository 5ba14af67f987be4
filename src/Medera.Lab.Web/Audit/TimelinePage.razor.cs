using Medera.Lab.Web.Access;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Medera.Lab.Web.Audit;

/// <summary>What happened to one thing, newest first, a page at a time by key: what is on screen is in the address.</summary>
public sealed partial class TimelinePage
{
    /// <summary>On paper a page of the screen would be cut in the middle; this is what one print holds.</summary>
    private const int PrintSize = Limits.Reads.Printed;

    private IReadOnlyList<TimelineEntry> entries = [];
    private ThingName? thing;
    private TimelineBand? band;
    private string? next;
    private string me = "";
    private bool audits;
    private bool seesDonors;
    private (int Week, int Quarter) typed;

    [Inject]
    private Narrator Narrator { get; set; } = default!;

    [Inject]
    private TimelineBands Bands { get; set; } = default!;

    [Inject]
    private AuditReads Audit { get; set; } = default!;

    [Inject]
    private NameReads Names { get; set; } = default!;

    [Inject]
    private PeopleReads People { get; set; } = default!;

    [Inject]
    private ProcessingReads Processing { get; set; } = default!;

    [Inject]
    private LogReads Log { get; set; } = default!;

    [Inject]
    private LabTime Time { get; set; } = default!;

    [Inject]
    private LabSettings Settings { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Signed { get; set; } = default!;

    /// <summary>A batch's identifier.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>A container's code.</summary>
    [Parameter]
    public string? Code { get; set; }

    [SupplyParameterFromQuery]
    private string? About { get; set; }

    [SupplyParameterFromQuery]
    private string? Before { get; set; }

    [SupplyParameterFromQuery]
    private string? Find { get; set; }

    [SupplyParameterFromQuery]
    private string? Print { get; set; }

    private bool Printing => Print == "1";

    private string Title => thing is null ? T["Timeline.Heading"] : T["Timeline.Of", Narrator.Kind(thing), thing.Name];

    protected override async Task OnInitializedAsync()
    {
        if (Find is { Length: > 0 } && await Names.ThingAsync(Find) is { } wanted)
        {
            Navigation.NavigateTo(Narrator.Href(wanted));
            return;
        }
        thing = await ThingAsync();
        if (thing is null)
        {
            // A page of a thing that is not there does not exist; the search page does, and says what it did not find.
            if (Id is not null || Code is not null)
                Navigation.NotFound();
            else
                typed = (
                    await Audit.TypedSinceAsync(Time.Now.AddDays(-7)),
                    await Audit.TypedSinceAsync(Time.Now.AddDays(-90))
                );
            return;
        }
        band = await Bands.BandAsync(thing);
        audits = await MayReadPrivateAsync();
        var page = await Audit.TimelineAsync(thing.Id, Before, Printing ? PrintSize : Limits.Reads.Page, audits);
        next = page.Next;
        var seals = await Log.SealsAsync([.. page.Items.Select(l => (l.Stream, l.Version))]);
        entries =
        [
            .. (await Narrator.TellAsync(page.Items, thing.Id)).Zip(
                page.Items,
                (entry, line) => With(seals[(line.Stream, line.Version)], Stored(line, entry))
            ),
        ];
    }

    /// <summary>Recorded, or sealed and where; the proof is for who may read the log.</summary>
    private TimelineEntry With(SealOf seal, TimelineEntry entry) =>
        seal is { Sealed: true, Index: { } index }
            ? entry with
            {
                Seal = T["Timeline.Sealed", index],
                ProofHref = audits ? ProofPage.Href(index) : null,
            }
            : entry with
            {
                Seal = T["Timeline.NotSealed"],
            };

    /// <summary>What is stored of a donor's tests is for who may see a donor; the others read that there were some.</summary>
    private TimelineEntry Stored(TimelineLine line, TimelineEntry entry) =>
        line.Entry.Data is DonorFact && !seesDonors ? entry with { Raw = null } : entry;

    private async Task<ThingName?> ThingAsync()
    {
        if (Code is not null)
            return await Processing.ContainerAsync(Code) is { } line
                ? new ThingName(line.Container.Id.Value, "container", line.Container.Code)
                : null;
        if (Id is { } batch)
            return (await Names.NamesAsync([batch])).GetValueOrDefault(batch) is { Kind: "batch" } found ? found : null;
        if (About == TypedCodes.Mark.ToString())
            return new ThingName(TypedCodes.Mark, "typed", "");
        return Guid.TryParse(About, out var about) ? (await Names.NamesAsync([about])).GetValueOrDefault(about) : null;
    }

    /// <summary>Reasons in somebody's own words are for quality and auditors, a donor's tests for a few more; by the database and not by the cookie.</summary>
    private async Task<bool> MayReadPrivateAsync()
    {
        if (SignedInUser.From((await Signed).User) is not { } visitor)
            return false;
        me = visitor.UserName;
        if (await People.PersonAsync(visitor.Person) is not { } person)
            return false;
        seesDonors = person.Holds(Policies.RolesOf(Policies.Donors));
        return person.Holds(Roles.Qa | Roles.Auditor);
    }

    private string Here(string? before, bool print = false)
    {
        var query = new List<string>();
        var path = Id is not null || Code is not null ? Narrator.Href(thing!) : "/audit/timeline";
        if (path == "/audit/timeline")
            query.Add($"about={thing!.Id:D}");
        if (before is not null)
            query.Add($"before={Uri.EscapeDataString(before)}");
        if (print)
            query.Add("print=1");
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }
}
