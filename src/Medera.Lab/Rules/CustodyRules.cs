namespace Medera.Lab.Rules;

/// <summary>One live label a container, one container a position, one custodian at any instant. The database holds the first two as well.</summary>
public static class CustodyRules
{
    /// <summary>One of each.</summary>
    public static readonly Rule OneCodeOnePlace = new(
        "R14",
        RuleKind.Stop,
        "chain of custody",
        new("scan another one, or correct the record", "başka birini okutun ya da kaydı düzeltin"),
        new Dictionary<string, LocalizedText>
        {
            ["occupied"] = new("The position {path} holds {occupant}.", "{path} konumunda {occupant} var."),
            ["bound"] = new("The code {code} is bound to a container already.", "{code} kodu zaten bir kaba bağlı."),
            ["twice"] = new("The code {code} stands twice in this step.", "{code} kodu bu adımda iki kez geçiyor."),
            ["kind"] = new("{code} is not a container's code.", "{code} bir kap kodu değil."),
            ["elsewhere"] = new(
                "The record says that this container lies at {path}.",
                "Kayda göre bu kap {path} konumunda."
            ),
            ["not-stored"] = new(
                "The record says that this container lies at no position.",
                "Kayda göre bu kap hiçbir konumda değil."
            ),
            ["no-wristband"] = new("{code} is not a wristband's code.", "{code} bir bileklik kodu değil."),
            ["worn"] = new("Another person wears this wristband.", "Bu bilekliği başka bir kişi takıyor."),
            ["holder"] = new(
                "The record says that {who} holds this container: they hand it over, or it is put away first.",
                "Kayda göre bu kap {who} adlı kişide: o teslim eder ya da önce depoya konur."
            ),
            ["yours"] = new("You hold this container already.", "Bu kap zaten sizde."),
            ["receiver"] = new(
                "The account {who} is closed or does not work with product.",
                "{who} hesabı kapalı ya da ürünle çalışmıyor."
            ),
            ["no-badge"] = new("{code} is not a badge's code.", "{code} bir yaka kartı kodu değil."),
            ["carried"] = new("The account {who} has this badge.", "Bu yaka kartı {who} hesabına ait."),
            ["second"] = new(
                "The second person is somebody else of the staff, by their own badge.",
                "İkinci kişi, kendi yaka kartıyla personelden başka biridir."
            ),
            ["beside"] = new("{code} does not lie beside {path}.", "{code}, {path} konumunun yanında değil."),
            ["neighbour"] = new(
                "Something lies beside {path}: scan it, so that the box is known to be the right way round.",
                "{path} konumunun yanında bir kap var: kutunun doğru yönde olduğunu göstermek için onu okutun."
            ),
            ["live-label"] = new(
                "{code} has a live label already, printed at {at}. Reprint it, with a reason.",
                "{code} için zaten geçerli bir etiket var, basılma {at}. Nedeniyle yeniden basın."
            ),
            ["no-place"] = new("{code} is not a code for a place.", "{code} bir konum kodu değil."),
            ["place-code"] = new("{code} is the code of another place already.", "{code} zaten başka bir yerin kodu."),
            ["wristband"] = new(
                "Another wristband is bound already. Void it first.",
                "Zaten bağlı bir bileklik var. Önce onu geçersiz kılın."
            ),
            ["wristband-before"] = new(
                "This wristband was voided at {at} ({reason}) and is never bound again. Take a new one from the roll.",
                "Bu bileklik {at} tarihinde geçersiz kılındı ({reason}) ve bir daha bağlanmaz. Rulodan yenisini alın."
            ),
        },
        (file, wanted, _) => OfCodes(file, wanted).Concat(OfWristband(file, wanted)).Concat(OfLabels(file, wanted))
    );

    /// <summary>Lost and found: hold and investigation (domain §3). It may be put away and moved; nobody gets it before QA has decided.</summary>
    public static readonly Rule Held = new(
        "container.held",
        RuleKind.QaStop,
        "chain of custody; the domain, §3",
        new("QA, by closing the deviation with reason and signature", "KG, sapmayı neden ve imza ile kapatarak"),
        new Dictionary<string, LocalizedText>
        {
            ["found"] = new(
                "This container was lost and found again at {at}. It is held until QA has decided.",
                "Bu kap kaybolmuş ve {at} tarihinde yeniden bulunmuş. KG karar verene kadar bekletilir."
            ),
        },
        (file, wanted, _) =>
            wanted is ReserveContainer or StartThaw or ConfirmAtBedside or StartAdministration
                ? file
                    .Deviations.Where(d => d.Holds(file.TheContainer.Id))
                    .Select(d => Held!.Broken("found", ("at", d.OpenedAt)))
                : []
    );

    private static IEnumerable<Broken> OfCodes(CaseFile file, Command wanted)
    {
        foreach (var code in file.BoundBefore.Distinct())
            yield return OneCodeOnePlace.Broken("bound", ("code", code));
        var bound = Named.Bound<ContainerCode>(wanted).ToList();
        foreach (var twice in bound.GroupBy(c => c).Where(g => g.Count() > 1))
            yield return OneCodeOnePlace.Broken("twice", ("code", Redacted(twice.Key.Text)));
        foreach (var code in bound.Distinct().Where(c => !IsContainer(c.Text)))
            yield return OneCodeOnePlace.Broken("kind", ("code", Redacted(code.Text)));
    }

    /// <summary>A text that is no code may be somebody's name or number, and the refusal goes into the log.</summary>
    internal static string Redacted(string code) =>
        Scanning.Barcode.Read(code) is Scanning.Reading.Own own ? own.Code.Text : "…";

    /// <summary>Whether the codes can become containers: each a container's, named once, free.</summary>
    internal static bool CanBind(CaseFile file) =>
        file.BoundBefore.Count == 0
        && Named.Bound<ContainerCode>(file.Wanted).ToList() is var bound
        && bound.Distinct().Count() == bound.Count
        && bound.All(code => IsContainer(code.Text));

    private static bool IsContainer(string code) =>
        Scanning.Barcode.Read(code) is Scanning.Reading.Own { Code.Kind: Scanning.CodeKind.Container } own
        && own.Code.Text == code;

    private static IEnumerable<Broken> OfLabels(CaseFile file, Command wanted)
    {
        if (wanted is not PrintLabels print)
            yield break;
        foreach (var twice in print.Containers.GroupBy(c => c).Where(g => g.Count() > 1))
            yield return OneCodeOnePlace.Broken("twice", ("code", Redacted(twice.Key.Text)));
        foreach (var container in file.Taken.DistinctBy(c => c.Id))
            if (file.Lives.Labels.Values.FirstOrDefault(l => l.Container == container.Id && l.Live) is { } live)
                yield return OneCodeOnePlace.Broken("live-label", ("code", container.Code), ("at", live.PrintedAt));
    }

    private static IEnumerable<Broken> OfWristband(CaseFile file, Command wanted)
    {
        switch (wanted)
        {
            case BindWristband c
                when Scanning.Barcode.Read(c.Wristband.Text)
                    is not Scanning.Reading.Own { Code.Kind: Scanning.CodeKind.Wristband } own
                    || own.Code.Text != c.Wristband.Text:
                yield return OneCodeOnePlace.Broken("no-wristband", ("code", Redacted(c.Wristband.Text)));
                break;
            case BindWristband c when file.Lives.FormerWristbands.TryGetValue(c.Wristband.Text, out var former):
                yield return OneCodeOnePlace.Broken(
                    "wristband-before",
                    ("at", former.Until),
                    ("reason", former.Reason ?? Reasons.Other)
                );
                break;
            case BindWristband when file.TheSubject.Wristband is not null:
                yield return OneCodeOnePlace.Broken("wristband");
                break;
            case BindWristband when file.Wearer is not null:
                yield return OneCodeOnePlace.Broken("worn");
                break;
        }
    }
}
