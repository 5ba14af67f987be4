using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Donors;

/// <summary>Donors and patients as they are named: by their identifier, their wristband, or the code that somebody wrote down.</summary>
internal sealed class DonorsLoading : Loading
{
    public override IReadOnlyList<Type> Acts { get; } = [typeof(SubjectAct)];

    public override IEnumerable<StreamKey> Writes(Found found) =>
        found.Wanted is VoidWristband or BindWristband
            ? [.. found.StreamsOf<SubjectId>(), .. found.StreamsOf<PlanId>(), .. found.StreamsOf<BatchId>()]
        : found.Wanted is INameSubject own ? [StreamKey.For(own.Subject)]
        : [];

    public override async Task FindAsync(Found found, LabDb db)
    {
        if (found.Wanted is INameSubject named)
            found.Add(named.Subject);
        if (found.Wanted is INameRecipient { GivenTo: { } got } && got.Trim() is var recipient)
            found.Add(await db.Subjects.Where(x => x.Code == recipient).Select(x => x.Id).ToListAsync());
        var wristbands = Named.Every<WristbandCode>(found.Wanted).Select(code => code.Text).ToList();
        if (wristbands.Count > 0)
            found.Add(
                await db
                    .Subjects.Where(x => x.Wristband != null && wristbands.Contains(x.Wristband))
                    .Select(x => x.Id)
                    .ToListAsync()
            );
        if (found.Wanted is VoidWristband or BindWristband)
            await FindOpenMatchesAsync(found, db, ((INameSubject)found.Wanted).Subject);
        if (found.Wanted is not EraseSubject erased)
            return;
        found.Add(
            await db
                .Batches.Where(x => x.Donor == erased.Subject || x.Patient == erased.Subject)
                .Select(x => x.Id)
                .ToListAsync()
        );
        found.Add(await db.Plans.Where(x => x.Patient == erased.Subject).Select(x => x.Id).ToListAsync());
    }

    /// <summary>What stands on the wristband of somebody: sessions that are ready, and what was checked for them at the bedside.</summary>
    private static async Task FindOpenMatchesAsync(Found found, LabDb db, SubjectId wearer)
    {
        found.Add(
            await db
                .Plans.Where(x => x.Patient == wearer && x.State == PlanState.Active)
                .Select(x => x.Id)
                .ToListAsync()
        );
        found.Add((await KeptFor(db, wearer).ToListAsync()).Where(c => c.IsChecked).Select(c => c.Batch));
    }

    public override async Task<Lives> ReadAsync(Found found, LabDb db, Lives lives)
    {
        if (found.Wanted is not (VoidWristband or BindWristband or EraseSubject))
            return lives;
        var wearer = ((INameSubject)found.Wanted).Subject;
        var bound = Named.Every<WristbandCode>(found.Wanted).Select(code => code.Text).ToList();
        lives = await WithAsync(
            lives,
            db.FormerWristbands.Where(former =>
                bound.Contains(former.Code) || db.Subjects.Any(s => s.Id == wearer && s.Wristband == former.Code)
            )
        );
        if (found.Wanted is EraseSubject)
            return await WithAsync(lives, KeptFor(db, wearer));
        // Only those whose streams are locked: what is checked in this moment is checked again when the next one is bound.
        var batches = found.Known<BatchId>();
        foreach (var kept in (await KeptFor(db, wearer).ToListAsync()).Where(c => batches.Contains(c.Batch)))
            lives = lives.With(kept);
        return lives;
    }

    private static IQueryable<Container> KeptFor(LabDb db, SubjectId patient) =>
        db.Containers.FromSql(
            $"SELECT * FROM lab.container WHERE reserved IS NOT NULL AND reserved ->> 'Patient' = {patient.Value.ToString()}"
        );
}
