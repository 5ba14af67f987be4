namespace Medera.Lab.Rules;

/// <summary>Nobody verifies, approves or releases what they made or tested themselves.</summary>
public static class FourEyesRules
{
    /// <summary>Four eyes: verifying, releasing, and no right over product for administrators.</summary>
    public static readonly Rule AnotherPerson = new(
        "R9",
        RuleKind.Stop,
        "21 CFR 1271.265(c); Annex 11 draft 12.3, 12.6",
        new("another person", "başka bir kişi"),
        new Dictionary<string, LocalizedText>
        {
            ["drafted"] = new(
                "You drafted this template or changed the draft; another person approves it.",
                "Bu şablonu siz hazırladınız ya da değiştirdiniz; başka biri onaylar."
            ),
            ["entered"] = new(
                "You entered the result {test}; another person verifies it.",
                "{test} sonucunu siz girdiniz; başka biri doğrular."
            ),
            ["made"] = new(
                "You worked on this batch; who releases made nothing of it.",
                "Bu partide çalıştınız; serbest bırakan kişi onun yapımında yer almaz."
            ),
            ["tested"] = new(
                "You tested this batch, so another person must release it.",
                "Bu partiyi siz test ettiniz; bu yüzden başka biri serbest bırakmalı."
            ),
            ["twice"] = new(
                "You signed first; the second signature is another person's.",
                "İlk imzayı siz attınız; ikinci imza başka birinindir."
            ),
            ["administrator"] = new(
                "An administrator's account holds no right over product.",
                "Yönetici hesabının ürün üzerinde yetkisi olmaz."
            ),
            ["witness"] = new(
                "A second person stands by this with a password of their own: another administrator or QA.",
                "Bu iş için ikinci bir kişi kendi parolasıyla onay verir: başka bir yönetici ya da KG."
            ),
            ["password"] = new(
                "Everybody chooses their own password. Another's is set by two administrators, or by one and QA.",
                "Herkes kendi parolasını seçer. Başkasınınkini iki yönetici ya da bir yönetici ile KG belirler."
            ),
            ["oneself"] = new("Nobody changes their own roles.", "Kimse kendi rollerini değiştiremez."),
        },
        (file, wanted, _) =>
            wanted switch
            {
                VerifyResults c => file
                    .Results.Where(r => c.Tests.Contains(r.Test) && r.EnteredBy == file.Actor.Id)
                    .Select(r => AnotherPerson!.Broken("entered", ("test", r.Test))),
                SignRelease => OfSigner(file),
                ApproveTemplate when file.TheTemplate.Drafters.Contains(file.Actor.Id) =>
                [
                    AnotherPerson!.Broken("drafted"),
                ],
                OpenAccount c when Mixed(c.Roles) => [AnotherPerson!.Broken("administrator")],
                ChangeRoles c => OfRoles(file, c).Concat(OfWitness(file, c)),
                IWitnessed c => OfWitness(file, c),
                ChoosePassword c when c.Person != file.Actor.Id => [AnotherPerson!.Broken("password")],
                _ => [],
            }
    );

    private static IEnumerable<Broken> OfWitness(CaseFile file, IWitnessed wanted) =>
        wanted.AsksForWitness(file)
        && (
            file.Second is not { } second
            || second.Id == file.Actor.Id
            || second.Id == file.Person?.Id
            || !second.Holds(wanted.Witnesses)
        )
            ? [AnotherPerson.Broken("witness")]
            : [];

    private static bool Mixed(Roles roles) => roles.HasFlag(Roles.Administrator) && roles != Roles.Administrator;

    private static IEnumerable<Broken> OfRoles(CaseFile file, ChangeRoles wanted)
    {
        if (Mixed(wanted.Roles))
            yield return AnotherPerson.Broken("administrator");
        if (wanted.Person == file.Actor.Id)
            yield return AnotherPerson.Broken("oneself");
    }

    private static IEnumerable<Broken> OfSigner(CaseFile file)
    {
        var batch = file.TheBatch;
        if (batch.Makers.Contains(file.Actor.Id))
            yield return AnotherPerson.Broken("made");
        if (batch.Testers.Contains(file.Actor.Id))
            yield return AnotherPerson.Broken("tested");
        if (batch.FirstSignature is { } first && first.Signer == file.Actor.Id && file.FirstStands(first))
            yield return AnotherPerson.Broken("twice");
    }
}
