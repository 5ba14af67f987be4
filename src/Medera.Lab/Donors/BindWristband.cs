namespace Medera.Lab.Donors;

[Act("identity.bind-wristband", Roles.Clinician | Roles.Nurse, "Bind a wristband", "Bileklik bağla", Offline.Identity)]
public sealed record BindWristband(SubjectId Subject, [Binds] WristbandCode Wristband) : SubjectAct, INameSubject
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new WristbandBound(Subject, Wristband.Text), .. file.LapsesOf(Subject)];
}

[FactName("identity.wristband-bound")]
[Said("Wristband {wristband} bound.", "{wristband} kodlu bileklik bağlandı.")]
public sealed record WristbandBound(SubjectId Subject, string Wristband) : SubjectFact(Subject);
