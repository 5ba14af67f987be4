namespace Medera.Lab.Donors;

/// <summary>Commands about a donor's tests and eligibility.</summary>
public abstract record DonorAct : SubjectAct
{
    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        file.TheSubject.Donor ? [] : [MoveRules.StepsInOrder.Broken("donor", ("code", file.TheSubject.Code))];
}
