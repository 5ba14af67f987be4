using Medera.Lab.Web.Api;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Home;

/// <summary>One line of the worklist.</summary>
public sealed record WorkModel(string Verb, string Kind, Guid Id, string Label, string State, DateTimeOffset Since);

/// <summary>What waits for somebody, of every station, in the door's shapes.</summary>
public sealed class WorklistApi(ProcessingReads reads, PeopleReads people)
{
    public async Task<PageModel<WorkModel>> WorklistAsync(PersonId person)
    {
        var roles = (await people.PersonAsync(person))?.Roles ?? Roles.None;
        var work = new List<WorkModel>();
        foreach (var line in WorkLines.For(roles))
        {
            if (line.Batches.Count > 0)
                work.AddRange(
                    (await reads.WaitingAsync(line.Batches)).Select(b => new WorkModel(
                        line.Verb,
                        "batch",
                        b.Id.Value,
                        b.Number,
                        b.State.ToString(),
                        b.StateSince
                    ))
                );
            if (line.Containers.Count > 0)
                work.AddRange(
                    (await reads.WaitingAsync(line.Containers)).Select(c => new WorkModel(
                        line.Verb,
                        "container",
                        c.Id.Value,
                        c.Code,
                        c.State.ToString(),
                        c.Since
                    ))
                );
        }
        return new([.. work.OrderBy(w => w.Since)], null);
    }
}
