using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Donors;

/// <summary>Donors and patients as they are named: by their identifier, their wristband, or the code that somebody wrote down.</summary>
internal sealed class DonorsLoading : Loading
{
    public override IReadOnlyList<Type> Acts { get; } = [typeof(SubjectAct)];

    public override IEnumerable<StreamKey> Writes(Found found) =>
        found.Wanted is INameSubject own ? [StreamKey.For(own.Subject)] : [];

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

    public override Task<Lives> ReadAsync(Found found, LabDb db, Lives lives) =>
        found.Wanted is EraseSubject erased
            ? WithAsync(
                lives,
                db.Containers.FromSql(
                    $"SELECT * FROM lab.container WHERE reserved IS NOT NULL AND reserved ->> 'Patient' = {erased.Subject.Value.ToString()}"
                )
            )
            : Task.FromResult(lives);
}
