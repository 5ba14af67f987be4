using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Donors;

/// <summary>Everybody whom a command, a batch or a plan has named.</summary>
internal sealed class SubjectLoading : Loading
{
    public override Task<Lives> ReadAsync(Found found, LabDb db, Lives lives)
    {
        var subjects = found.Known<SubjectId>();
        return WithAsync(lives, subjects.Count, () => db.Subjects.Where(subject => subjects.Contains(subject.Id)));
    }
}
