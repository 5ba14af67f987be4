using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;
using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>Accounts, badges and stations; who signs in, and who only tries to.</summary>
internal static class GoldenPeople
{
    private const string Word = TestLaboratory.Password;

    public static async Task WalkAsync(GoldenLaboratory lab)
    {
        await OpenAccountsAsync(lab);
        await GiveBadgesAsync(lab);
        foreach (var (name, room) in DemonstrationLaboratory.Stations)
        {
            var code = Of(CodeKind.Station, "golden " + name);
            await lab.Does("admin", new RegisterStation(name, room, code), null);
        }
        var another = Of(CodeKind.Station, "golden another");
        await lab.Stops("desk.taken there", "admin", new RegisterStation("bench-1", "Room P1", another), null);
        await lab.Lab.LearnAsync();
        await SignInAsync(lab);
    }

    /// <summary>Two stand by a right over product and by another's password; everybody chooses their own.</summary>
    public static async Task ChooseAsync(GoldenLaboratory lab)
    {
        var (admin, nurse) = (lab.Lab.People["admin"], lab.Lab.People["nurse"]);
        await lab.Stops("R9 witness", "admin", new OpenAccount("alone", Roles.Qc), null, Word, witnessed: false);
        await lab.Stops("R9 witness", "admin", new SetPassword(nurse), null, Word, witnessed: false);
        await lab.Stops("desk.incomplete account", "admin", new OpenAccount("system", Roles.Auditor), null, Word);
        await lab.Stops("R9 password", "nurse", new ChoosePassword(admin), "bedside-1", Word);
        await lab.Does("nurse", new ChoosePassword(nurse), "bedside-1", Word);
    }

    private static async Task OpenAccountsAsync(GoldenLaboratory lab)
    {
        await lab.Does("system", new OpenAccount("admin", Roles.Administrator), null, Word);
        await lab.Lab.LearnAsync();
        await lab.Stops("access.role role", "system", new OpenAccount("root", Roles.Administrator), null, Word);
        foreach (var (user, roles) in DemonstrationLaboratory.Accounts)
            await lab.Does("admin", new OpenAccount(user, roles), null, Word);
        await lab.Lab.LearnAsync();

        var both = Roles.Administrator | Roles.Qa;
        await lab.Stops("access.role role", "qa", new OpenAccount("friend", Roles.Qa), null, Word);
        await lab.Stops("desk.password length", "admin", new OpenAccount("weak", Roles.Qc), null, "short");
        await lab.Stops("desk.incomplete code", "admin", new OpenAccount("nurse three", Roles.Nurse), null, Word);
        await lab.Stops("desk.incomplete national", "admin", new OpenAccount("10000000146", Roles.Nurse), null, Word);
        await lab.Stops("R9 administrator", "admin", new OpenAccount("both", both), null, Word);
        await lab.Stops("desk.taken there", "admin", new OpenAccount("nurse", Roles.Nurse), null, Word);

        var (auditor, admin) = (lab.Lab.People["auditor"], lab.Lab.People["admin"]);
        await lab.Does("admin", new ChangeRoles(auditor, Roles.Auditor, false), null);
        await lab.Does("admin", new ChangeRoles(auditor, Roles.Auditor, true), null);
        await lab.Stops("R9 oneself", "admin", new ChangeRoles(admin, Roles.Administrator, true), null);
        await lab.Does("admin", new SetPassword(lab.Lab.People["nurse"]), null, Word);
    }

    private static async Task GiveBadgesAsync(GoldenLaboratory lab)
    {
        foreach (var user in new[] { "technician", "technician2", "nurse", "auditor" })
            await lab.Does("admin", new BindBadge(lab.Lab.People[user], new BadgeCode(BadgeOf(user))), null);
        var nurse = lab.Lab.People["nurse2"];
        await lab.Stops("R14 no-badge", "admin", new BindBadge(nurse, new BadgeCode(Roll("no badge"))), null);
        await lab.Stops("R14 carried", "admin", new BindBadge(nurse, new BadgeCode(BadgeOf("nurse"))), null);
    }

    private static async Task SignInAsync(GoldenLaboratory lab)
    {
        var bench = lab.Lab.Stations["bench-1"];
        await lab.Records(desk => desk.SignIn(new SignInTry("technician", Word, bench, "a known device")));
        // One more than is free: from then on the tries of that place take turns.
        for (var n = 0; n < 10; n++)
            await lab.Records(desk => desk.SignIn(new SignInTry("technician", "a guess", bench, "elsewhere")));
        await lab.Records(desk => desk.RecordClockAsync(3600, LabDesk.Server.Id));
        await lab.Records(desk => desk.RecordLogKey("demonstration/medera-lab+0badcafe+golden", true, 0));
        await lab.Records(desk => desk.RecordLogKey("demonstration/medera-lab+0badf00d+golden", false, 12));
    }
}
