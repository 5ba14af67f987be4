namespace Medera.Lab.Labels;

/// <summary>Labels: from an approved version, stuck on and scanned back, counted until none is missing.</summary>
public static class LabelRules
{
    /// <summary>Printed from an approved version, applied, scanned back and equal, before the old one goes.</summary>
    public static readonly Rule ScannedBackAndCounted = new(
        "R13",
        RuleKind.Stop,
        "FACT D7.2",
        new(
            "scan the right label, or count again; QA settles a count that does not come out",
            "doğru etiketi okutun ya da yeniden sayın; tutmayan sayımı KG karara bağlar"
        ),
        new Dictionary<string, LocalizedText>
        {
            ["not-approved"] = new(
                "The template {name}, version {edition}, is {state}: labels are printed from an approved version.",
                "{name} şablonunun {edition}. sürümü {state} durumunda: etiket yalnızca onaylı sürümden basılır."
            ),
            ["kind"] = new(
                "A label of the kind {label} is not for this: {thing}.",
                "{label} türündeki etiket bunun için değil: {thing}."
            ),
            ["no-thing"] = new(
                "{code} is no position, box, station, piece of equipment, badge, material lot, tray or command card of this laboratory.",
                "{code} bu laboratuvarın bir konumu, kutusu, istasyonu, cihazı, yaka kartı, malzeme lotu, tepsisi ya da komut kartı değil."
            ),
            ["no-batch"] = new(
                "The label of {code} belongs to no batch: it is counted when it is printed, and that is all.",
                "{code} etiketi hiçbir partiye ait değil: yalnızca basıldığında sayılır."
            ),
            ["differs"] = new(
                "{scanned} was read, a {what}. The label that was printed says {printed}.",
                "{scanned} okundu ({what}). Basılan etikette {printed} yazıyor."
            ),
            ["other-container"] = new(
                "{scanned} was read: {kind} {ordinal} of batch {number}. The label that was printed says {printed}.",
                "{scanned} okundu: {number} partisi, {kind} {ordinal}. Basılan etikette {printed} yazıyor."
            ),
            ["unread"] = new(
                "What was read is no code of this laboratory. The label that was printed says {printed}.",
                "Okunan, bu laboratuvarın bir kodu değil. Basılan etikette {printed} yazıyor."
            ),
            ["old-goes-last"] = new(
                "The new label of {code} is not scanned back yet: the old one is destroyed after that.",
                "{code} için basılan yeni etiket henüz geri okutulmadı: eskisi ondan sonra imha edilir."
            ),
            ["counts"] = new(
                "The count does not come out. Issued: {issued}. By the record: {applied} applied, {destroyed} voided and destroyed, {waiting} not scanned back, {voided} voided and not destroyed. Counted: {countedApplied} applied, {countedDestroyed} destroyed.",
                "Sayım tutmuyor. Basılan: {issued}. Kayda göre: {applied} uygulanmış, {destroyed} geçersiz kılınıp imha edilmiş, {waiting} geri okutulmamış, {voided} geçersiz ama imha edilmemiş. Sayılan: {countedApplied} uygulanmış, {countedDestroyed} imha edilmiş."
            ),
            ["printed"] = new(
                "{code} bears a printed label: reprint it. A code from the roll is for what was labelled from the roll.",
                "{code} basılmış bir etiket taşıyor: onu yeniden basın. Rulodan kod, rulodan etiketlenmiş kaplar içindir."
            ),
            ["none"] = new("No label was printed for this batch.", "Bu parti için etiket basılmamış."),
            ["agrees"] = new(
                "The figures agree: reconcile them; there is nothing to settle.",
                "Sayılar tutuyor: mutabakat yapın; karara bağlanacak bir şey yok."
            ),
        },
        (file, wanted, _) =>
            wanted switch
            {
                PrintLabels or ReprintLabel => OfTemplate(file).Concat(OfContainers(file)).Concat(OfThing(file)),
                PrintThingLabels c => OfTemplate(file).Concat(OfThings(file, c)),
                ApplyLabel c => OfThing(file).Concat(OfScan(file, c)),
                DestroyLabel => OfThing(file).Concat(OfOld(file)),
                VoidLabel => OfThing(file),
                RelabelContainer
                    when file.Lives.Labels.Values.Any(l => l.Container == file.TheContainer.Id && l.Live) =>
                [
                    ScannedBackAndCounted!.Broken("printed", ("code", file.TheContainer.Code)),
                ],
                ReconcileLabels c => OfCount(file, c.Applied, c.Destroyed),
                SettleLabelCount c => OfSettling(file, c),
                _ => [],
            }
    );

    /// <summary>The check of the layout: a template before it is approved, a label before it is printed.</summary>
    public static readonly Rule Check = new(
        "label.check",
        RuleKind.Stop,
        "FACT D7.2; 21 CFR 1271.370",
        new("change the template, or what is filled in", "şablonu ya da doldurulanı değiştirin"),
        LabelProblem.Says.ToDictionary(
            s => s.Key,
            s => new LocalizedText(
                $"{{dpi}} dpi, {{language}}: {s.Value.En}",
                $"{{dpi}} dpi, {{language}}: {s.Value.Tr}"
            ),
            StringComparer.Ordinal
        ),
        (file, wanted, proposed) =>
            wanted switch
            {
                ApproveTemplate => LongestContent
                    .Problems(file.TheTemplate.Drawn(), file.TheMeans.Tools)
                    .Select(p => Breach(p.Problem, p.Dpi, p.Language)),
                IPrintLabels print when LabelFields.IsPrintable(print) => OfPrint(file, print, proposed),
                _ => [],
            }
    );

    /// <summary>Everything that keeps a content from being a draft at all: numbers that cannot be drawn, names that the log cannot keep.</summary>
    public static IReadOnlyList<Broken> Faults(TemplateContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return [.. LabelFields.CheckContent(content)];
    }

    /// <summary>Where the tables of labels and templates have no move. Part of rule R22.</summary>
    internal static IEnumerable<Broken> Moves(CaseFile file, IReadOnlyList<Fact> proposed)
    {
        foreach (var fact in proposed)
        {
            if (
                fact is TemplateFact moving and not TemplateDrafted
                && moving.Template == file.Template?.Id
                && !Things.All[typeof(TemplateVersion)].Life.CanFollow(file.Lives, fact)
            )
                yield return MoveRules.StepsInOrder.Broken(
                    "template",
                    ("name", file.TheTemplate.Name),
                    ("edition", file.TheTemplate.Edition),
                    ("state", file.TheTemplate.State)
                );
            if (
                fact is LabelApplied or LabelVoided or LabelDestroyed
                && !Things.All[typeof(Label)].Life.CanFollow(file.Lives, fact)
            )
                yield return MoveRules.StepsInOrder.Broken(
                    "label",
                    ("code", file.TheLabel.Code),
                    ("state", file.TheLabel.State),
                    ("at", file.TheLabel.Since),
                    ("who", file.TheLabel.LastBy)
                );
        }
    }

    private static Broken Breach(LabelProblem problem, int dpi, string language) =>
        Check.Broken(
            problem.Id,
            [.. problem.Values.Select(v => (v.Key, (object)v.Value)), ("dpi", dpi), ("language", language)]
        );

    private static IEnumerable<Broken> OfTemplate(CaseFile file)
    {
        if (file.TheTemplate is { State: not TemplateState.Approved } t)
            yield return ScannedBackAndCounted.Broken(
                "not-approved",
                ("name", t.Name),
                ("edition", t.Edition),
                ("state", t.State)
            );
    }

    private static IEnumerable<Broken> OfContainers(CaseFile file)
    {
        var kind = file.TheTemplate.Content.Kind;
        return file
            .Taken.Select(c => c.Kind)
            .Distinct()
            .Where(k => !LabelFilling.For(k).Contains(kind))
            .Select(k => ScannedBackAndCounted.Broken("kind", ("label", kind), ("thing", k)));
    }

    private static IEnumerable<Broken> OfThings(CaseFile file, PrintThingLabels wanted)
    {
        foreach (var code in wanted.Codes.Distinct())
        {
            if (LabelFilling.FillThing(file.Lives, code, wanted, file.TheMeans) is not { } thing)
                yield return ScannedBackAndCounted.Broken("no-thing", ("code", OwnCode.IsOne(code) ? code : "…"));
            else if (thing.Kind != file.TheTemplate.Content.Kind)
                yield return ScannedBackAndCounted.Broken(
                    "kind",
                    ("label", file.TheTemplate.Content.Kind),
                    ("thing", thing.Kind)
                );
        }
    }

    private static IEnumerable<Broken> OfThing(CaseFile file)
    {
        if (file.Label is { Batch: null } thing)
            yield return ScannedBackAndCounted.Broken("no-batch", ("code", thing.Code));
    }

    private static IEnumerable<Broken> OfScan(CaseFile file, ApplyLabel wanted)
    {
        var printed = file.TheLabel.Code;
        if (Barcode.Read(wanted.Scanned) is not Reading.Own { Code: var read })
            yield return ScannedBackAndCounted.Broken("unread", ("printed", printed));
        else if (read.Text == printed)
            yield break;
        else if (file.Lives.ByCode(read.Text) is { } other)
            yield return ScannedBackAndCounted.Broken(
                "other-container",
                ("scanned", read.Text),
                ("printed", printed),
                ("kind", other.Kind),
                ("ordinal", other.Ordinal),
                ("number", file.Lives.Batches.GetValueOrDefault(other.Batch)?.Number ?? "…")
            );
        else
            yield return ScannedBackAndCounted.Broken(
                "differs",
                ("scanned", read.Text),
                ("printed", printed),
                ("what", read.Kind)
            );
    }

    private static IEnumerable<Broken> OfOld(CaseFile file)
    {
        if (file.Lives.Labels.Values.Any(l => l.Replaces == file.TheLabel.Id && l.State == LabelState.Printed))
            yield return ScannedBackAndCounted.Broken("old-goes-last", ("code", file.TheLabel.Code));
    }

    private static IEnumerable<Broken> OfCount(CaseFile file, int applied, int destroyed)
    {
        var counts = file.TheBatch.Labels;
        if (counts.Issued == 0)
            yield return ScannedBackAndCounted.Broken("none");
        else if (!ComesOut(counts, applied, destroyed))
            yield return ScannedBackAndCounted.Broken(
                "counts",
                ("issued", counts.Issued),
                ("applied", counts.Applied),
                ("destroyed", counts.Destroyed),
                ("waiting", counts.Waiting),
                ("voided", counts.Voided),
                ("countedApplied", applied),
                ("countedDestroyed", destroyed)
            );
    }

    private static IEnumerable<Broken> OfSettling(CaseFile file, SettleLabelCount wanted)
    {
        var counts = file.TheBatch.Labels;
        if (counts.Issued == 0)
            yield return ScannedBackAndCounted.Broken("none");
        else if (ComesOut(counts, wanted.Applied, wanted.Destroyed))
            yield return ScannedBackAndCounted.Broken("agrees");
    }

    /// <summary>Issued = applied + voided and destroyed, and the bench counted the same.</summary>
    private static bool ComesOut(LabelCounts counts, int applied, int destroyed) =>
        counts is { Waiting: 0, Voided: 0 } && counts.Applied == applied && counts.Destroyed == destroyed;

    private static IEnumerable<Broken> OfPrint(CaseFile file, IPrintLabels print, IReadOnlyList<Fact> proposed)
    {
        var (template, printer) = (file.TheTemplate.Drawn(), new Printer("", print.Dpi));
        // A thing of another kind is rule R13's to tell.
        var labels = LabelFilling.Printed(
            proposed.Where(f => f is not ThingLabelPrinted thing || thing.Kind == template.Kind)
        );
        return labels
            .SelectMany(l =>
                LabelLayout
                    .Lay(template, l.Words.ContentOf(new OwnCode(l.Code)), printer, print.Language, file.TheMeans.Tools)
                    .Problems
            )
            .DistinctBy(p => (p.Id, p.Element))
            .Select(p => Breach(p, print.Dpi, print.Language));
    }
}
