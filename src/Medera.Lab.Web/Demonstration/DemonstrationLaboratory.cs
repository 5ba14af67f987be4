using System.Globalization;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Demonstration;

/// <summary>The demonstration laboratory: sixty days of work, made through the desk by commands under the demonstration's clock. No row is inserted by hand.</summary>
public static class DemonstrationLaboratory
{
    /// <summary>Stands by what the first one does with accounts; opened before all who work with product.</summary>
    public const string SecondAdministrator = "admin2";

    /// <summary>How far back it begins.</summary>
    public static readonly TimeSpan Days = TimeSpan.FromDays(60);

    /// <summary>Every account with its roles; the password is the same for all.</summary>
    public static readonly IReadOnlyList<(string User, Roles Roles)> Accounts =
    [
        (SecondAdministrator, Roles.Administrator),
        ("technician", Roles.Technician),
        ("technician2", Roles.Technician),
        ("qc", Roles.Qc),
        ("qc2", Roles.Qc),
        ("qa", Roles.Qa),
        ("releaser", Roles.Releaser),
        ("releaser2", Roles.Releaser),
        ("nurse", Roles.Nurse),
        ("nurse2", Roles.Nurse),
        ("clinician", Roles.Clinician),
        ("clinician2", Roles.Clinician),
        ("auditor", Roles.Auditor),
    ];

    /// <summary>Stations with their rooms.</summary>
    public static readonly IReadOnlyList<(string Name, string Room)> Stations =
    [
        ("bench-1", "Room P1"),
        ("bench-2", "Room P2"),
        ("qc-1", "Room Q1"),
        ("tank-1", "Room C1"),
        ("bedside-1", "Room 12"),
    ];

    /// <summary>Boxes of the tank LN2-A.</summary>
    public static readonly IReadOnlyList<(string Rack, string Box)> Boxes =
    [
        ("R1", "B1"),
        ("R1", "B2"),
        ("R2", "B1"),
        ("R2", "B2"),
    ];

    /// <summary>Makes what is missing of it. A start that was killed in the middle goes on: its commands have the same identifiers again.</summary>
    public static async Task LoadAsync(
        IDbContextFactory<LabDb> contexts,
        LabDesk desk,
        LabClock clock,
        LabSettings settings,
        Sequencer? sequencer,
        CancellationToken cancel
    )
    {
        if (await CompleteAsync(contexts, cancel))
            return;
        var began = await BeganAsync(settings, clock, cancel);
        var now = clock.Now.AddSeconds(-clock.OffsetSeconds);
        var does = new DemonstrationDesk(
            desk,
            sequencer
                ?? throw new LaboratoryCannotStart(
                    "The demonstration is thawed and given, so its releases must be sealed: set ConnectionStrings__LabSequencer too."
                )
        );
        clock.Set((long)(began - now).TotalSeconds);
        await FoundAsync(does, began);
        foreach (
            var (at, act) in Scripts
                .All(does, began, began + Days)
                .Append(DemonstrationRooms.Days(does))
                .SelectMany(s => s.Steps)
                .OrderBy(s => s.At)
                .GroupBy(s => s.At)
                .Select(g => (g.Key, g.Select(s => s.Act)))
        )
        {
            var offset = (long)(began + at - now).TotalSeconds;
            if (offset > clock.OffsetSeconds)
            {
                clock.Set(Math.Min(offset, 0));
                await desk.RecordClockAsync(clock.OffsetSeconds, LabDesk.Server.Id);
            }
            foreach (var one in act)
                await one();
        }
        clock.Set(0);
        await desk.RecordClockAsync(0, LabDesk.Server.Id);
        await does.Do("last", "admin", null, new OpenAccount(LastAccount, Roles.Auditor), PasswordCheck.Demonstration);
    }

    /// <summary>Opened last: where it is, the demonstration is complete.</summary>
    private const string LastAccount = "auditor2";

    private static async Task<bool> CompleteAsync(IDbContextFactory<LabDb> contexts, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.People.AnyAsync(p => p.UserName == LastAccount, cancel);
    }

    /// <summary>When the sixty days began: kept in a file, because a start that goes on must say the same dates again.</summary>
    private static async Task<DateTimeOffset> BeganAsync(LabSettings settings, LabClock clock, CancellationToken cancel)
    {
        var file = Path.Combine(settings.DataFolder, "demonstration");
        if (
            File.Exists(file)
            && DateTimeOffset.TryParse(
                await File.ReadAllTextAsync(file, cancel),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var before
            )
        )
            return before;
        var now = clock.Now.AddSeconds(-clock.OffsetSeconds) - Days;
        var began = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        await File.WriteAllTextAsync(file, began.ToString("O", CultureInfo.InvariantCulture), cancel);
        return began;
    }

    private static async Task FoundAsync(DemonstrationDesk does, DateTimeOffset began)
    {
        var admin = await does.Do(
            "accounts",
            "system",
            null,
            new OpenAccount("admin", Roles.Administrator),
            PasswordCheck.Demonstration
        );
        does.Know("admin", new PersonId(DemonstrationDesk.Made(admin, "person")));
        foreach (var (user, roles) in Accounts)
        {
            var person = new PersonId(
                DemonstrationDesk.Made(
                    await does.Do("accounts", "admin", null, new OpenAccount(user, roles), PasswordCheck.Demonstration),
                    "person"
                )
            );
            does.Know(user, person);
            await does.Do(
                "badges",
                "admin",
                null,
                new BindBadge(person, new BadgeCode(DemonstrationCodes.Make(CodeKind.Badge, user)))
            );
        }
        foreach (var (name, room) in Stations)
            does.Know(
                name,
                new StationId(
                    DemonstrationDesk.Made(
                        await does.Do(
                            "stations",
                            "admin",
                            null,
                            new RegisterStation(name, room, DemonstrationCodes.Make(CodeKind.Station, name))
                        ),
                        "station"
                    )
                )
            );
        foreach (var (rack, box) in Boxes)
            await does.Do(
                "boxes",
                "admin",
                null,
                new RegisterBox(
                    Code: new BoxCode(DemonstrationCodes.Box($"{rack} {box}")),
                    Tank: "LN2-A",
                    Rack: rack,
                    Name: box,
                    Rows: 9,
                    Columns: 9,
                    Codes: [.. DemonstrationCodes.Positions($"{rack} {box}", 81).Select(code => new PositionCode(code))]
                )
            );
        await DemonstrationEquipment.RegisterAsync(does, began);
        await DemonstrationRooms.OpenAsync(does);
        foreach (var template in BuiltInTemplates.All)
        {
            var drafted = await does.Do(
                "label templates",
                "technician",
                "bench-1",
                new DraftTemplate(template.Name, TemplateContent.From(template))
            );
            await does.Do(
                "label templates",
                "qa",
                "qc-1",
                new ApproveTemplate(new LabelTemplateId(DemonstrationDesk.Made(drafted, "template")))
            );
        }
    }
}
