using System.Security.Cryptography;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Startup;

/// <summary>What a laboratory needs before it can be used: the demonstration, complete; or, for an empty one, its first administrator.</summary>
public sealed class FirstStart(
    IDbContextFactory<LabDb> contexts,
    LabDesk desk,
    LabClock clock,
    LabSettings settings,
    Sequencer? sequencer = null
)
{
    /// <summary>Where the first administrator's password is left, readable by its owner alone.</summary>
    public string PasswordFile => Path.Combine(settings.DataFolder, "secrets", "first-administrator");

    /// <summary>Does what is missing; a laboratory that has people is left alone.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        if (settings.Demonstration)
        {
            await DemonstrationLaboratory.LoadAsync(contexts, desk, clock, settings, sequencer, cancel);
            return;
        }
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.People.AnyAsync(cancel))
            return;
        await DraftTemplatesAsync(db, cancel);
        var password = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        var answer = await desk.Do(
            new Request(Ids.New(), new OpenAccount("admin", Roles.Administrator), Doer.System, NewPassword: password)
        );
        if (answer.Outcome != Outcome.Accepted)
            throw new LaboratoryCannotStart("The first administrator could not be made.");
        Directory.CreateDirectory(Path.GetDirectoryName(PasswordFile)!);
        Data.Postgres.PrivateFiles.WriteNew(PasswordFile, $"admin {password}\n");
        await Console.Error.WriteLineAsync($"The first administrator's password is in {PasswordFile}.");
    }

    /// <summary>The label templates that are built in, as drafts: somebody of QA approves them, or others in their place. Before the first account, so that a start that was killed goes on.</summary>
    private async Task DraftTemplatesAsync(LabDb db, CancellationToken cancel)
    {
        var there = await db.Templates.Select(t => t.Name).ToListAsync(cancel);
        foreach (var template in BuiltInTemplates.All.Where(t => !there.Contains(t.Name)))
        {
            var drafted = await desk.Do(
                new Request(Ids.New(), new DraftTemplate(template.Name, TemplateContent.From(template)), Doer.System)
            );
            if (drafted.Outcome != Outcome.Accepted)
                throw new LaboratoryCannotStart($"The label template {template.Name} could not be drafted.");
        }
    }
}
