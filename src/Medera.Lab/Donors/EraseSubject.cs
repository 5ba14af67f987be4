namespace Medera.Lab.Donors;

/// <summary>Forgets who somebody is. The facts stay, under the pseudonym.</summary>
/// <param name="Names">Names by which texts of other events are found, parted by a semicolon or a new line; kept nowhere.</param>
/// <param name="Numbers">National or record numbers by which they are found, parted likewise; kept nowhere.</param>
[Act(
    "subject.erase",
    Roles.Qa,
    "Erase personal data",
    "Kişisel verileri sil",
    Offline.Signature,
    Signs = "erasure of personal data"
)]
public sealed record EraseSubject(
    SubjectId Subject,
    string Reason,
    [property: Private] string? ReasonText,
    [property: Private(Kept = false)] string? Names,
    [property: Private(Kept = false)] string? Numbers
) : SubjectAct, INameSubject, IReasoned
{
    /// <summary>A wristband of somebody who is not known any more opens nothing.</summary>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            .. file.TheSubject.Wristband is { } worn ? [new WristbandVoided(Subject, worn)] : Array.Empty<Fact>(),
            new SubjectErased(Subject, file.Erasing.Texts, file.Erasing.Elsewhere),
        ];
}

/// <summary>Name, birth date and all texts about the subject were erased.</summary>
/// <param name="Texts">How many texts about the subject.</param>
/// <param name="Elsewhere">How many texts of other events, found by the names and numbers given.</param>
[FactName("subject.erased")]
[Said(
    "Personal data erased; texts about the subject: {texts}, texts of other events: {elsewhere}.",
    "Kişisel veriler silindi; kişiye ait metin: {texts}, başka kayıtlardaki metin: {elsewhere}."
)]
public sealed record SubjectErased(SubjectId Subject, int Texts, int Elsewhere) : SubjectFact(Subject);
