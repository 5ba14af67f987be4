namespace Medera.Lab.Donors;

/// <summary>When somebody may be forgotten, and what may not be done afterwards.</summary>
public static class ErasureRules
{
    /// <summary>Nobody is forgotten while cells of theirs or for them are there, and nothing is done with whom nobody knows any more.</summary>
    public static readonly Rule NothingIsOpen = new(
        "R25",
        RuleKind.Stop,
        "2006/86/EC art. 9; GDPR art. 17",
        new("QA, once nothing of this person is open any more", "KG: bu kişiye ait açık bir iş kalmadığında"),
        new Dictionary<string, LocalizedText>
        {
            ["plan"] = new(
                "A treatment plan of this person is active: complete or cancel it first.",
                "Bu kişinin tedavi planı yürürlükte: önce tamamlayın ya da iptal edin."
            ),
            ["batch"] = new(
                "Batch {number} of this person is {state}: it must be closed, or at its end, first.",
                "Bu kişinin {number} numaralı partisi {state} durumunda: önce kapanmalı ya da sona ermeli."
            ),
            ["kept"] = new(
                "{code} is kept for this person: undo the reservation first.",
                "{code} bu kişi için ayrılmış: önce ayırmayı kaldırın."
            ),
            ["short"] = new(
                "{field}: a name to look for has at least three letters, a number at least six digits.",
                "{field}: aranacak bir adda en az üç harf, bir numarada en az altı rakam olur."
            ),
            ["reason"] = new(
                "The explanation names whom it is to forget: put it in other words.",
                "Açıklama, unutulması istenen kişiyi anıyor: başka sözcüklerle yazın."
            ),
            ["erased"] = new(
                "The personal data were erased at {at}: nothing is done for this person any more.",
                "Kişisel veriler {at} tarihinde silindi: bu kişi için artık işlem yapılmaz."
            ),
        },
        (file, wanted, _) => Erased(file).Concat(wanted is EraseSubject erase ? BeforeErasing(file, erase) : [])
    );

    private static IEnumerable<Broken> Erased(CaseFile file)
    {
        foreach (
            var at in new[] { file.Subject, file.Wearer, file.Recipient }
                .Select(s => s?.ErasedAt)
                .OfType<DateTimeOffset>()
                .Distinct()
        )
            yield return NothingIsOpen.Broken("erased", ("at", at));
    }

    private static IEnumerable<Broken> BeforeErasing(CaseFile file, EraseSubject wanted)
    {
        var id = wanted.Subject;
        if (file.Lives.Plans.Values.Any(p => p.Patient == id && p.State == PlanState.Active))
            yield return NothingIsOpen.Broken("plan");
        // A lot that is refused or used up may still have containers that somebody must account for.
        foreach (
            var batch in file
                .Lives.Batches.Values.Where(b => (b.Donor == id || b.Patient == id) && (!b.Ended || b.Living > 0))
                .OrderBy(b => b.Number, StringComparer.Ordinal)
        )
            yield return NothingIsOpen.Broken("batch", ("number", batch.Number), ("state", batch.State));
        foreach (
            var container in file
                .Lives.Containers.Values.Where(c => !c.Ended && c.Reserved?.Patient == id)
                .OrderBy(c => c.Code, StringComparer.Ordinal)
        )
            yield return NothingIsOpen.Broken("kept", ("code", container.Code));
        if (
            wanted.ReasonText is { } why
            && Identifiers
                .Names(wanted.Names)
                .Concat(Identifiers.Numbers(wanted.Numbers))
                .Any(n => n.CanBeLookedFor && n.In(why))
        )
            yield return NothingIsOpen.Broken("reason");
        if (Identifiers.Names(wanted.Names).Any(n => !n.CanBeLookedFor))
            yield return NothingIsOpen.Broken("short", ("field", "names"));
        if (Identifiers.Numbers(wanted.Numbers).Any(n => !n.CanBeLookedFor))
            yield return NothingIsOpen.Broken("short", ("field", "numbers"));
    }
}
