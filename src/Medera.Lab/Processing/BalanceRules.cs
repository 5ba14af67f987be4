using System.Globalization;

namespace Medera.Lab.Processing;

/// <summary>Containers and volumes balance, with a line for loss. Cells grow, die and are counted again: a count is never refused, only flagged.</summary>
public static class BalanceRules
{
    private static readonly LocalizedText You = new(
        "count again, and name what was lost",
        "yeniden sayın ve kaybı belirtin"
    );

    /// <summary>What goes in comes out.</summary>
    public static readonly Rule Balances = new(
        "R15",
        RuleKind.Stop,
        "chain of custody; the domain, §4",
        You,
        new Dictionary<string, LocalizedText>
        {
            ["volume"] = new(
                "In hand are {have} µL, and the fill adds up to {sum} µL with the loss: {apart} µL apart.",
                "Elde {have} µL var; dolum kayıpla birlikte {sum} µL ediyor: {apart} µL fark."
            ),
            ["vessels"] = new(
                "In culture are {have} vessels, and this step names {named}, lost ones included.",
                "Kültürde {have} kap var; bu adım kayıplarla birlikte {named} kap sayıyor."
            ),
            ["negative"] = new("{field} cannot be {value}.", "{field} {value} olamaz."),
            ["foreign"] = new("{code} is not a container of this batch.", "{code} bu partinin kabı değil."),
            ["ended"] = new(
                "{code} has ended: nothing comes out of it any more.",
                "{code} sona erdi: artık içinden bir şey çıkmaz."
            ),
            ["more-cells"] = new(
                "{seeded} cells cannot be seeded out of {cells}.",
                "{cells} hücreden {seeded} hücre ekilemez."
            ),
            ["more-given"] = new(
                "The container holds {have} µL; {given} µL cannot be given out of it.",
                "Kapta {have} µL var; içinden {given} µL verilemez."
            ),
            ["itself"] = new("{code} is poured into itself.", "{code} kendi içine aktarılıyor."),
            ["nothing"] = new("There is nothing left to discard.", "İmha edilecek bir şey kalmadı."),
        },
        (file, wanted, _) => Negative(wanted).Concat(OfContainers(file, wanted)).Concat(OfVolume(file, wanted))
    );

    /// <summary>A new count outside the method's tolerance.</summary>
    public static readonly Rule WithinTolerance = new(
        "R15",
        RuleKind.Flag,
        "chain of custody; the domain, §4",
        new("QA, by assessing the deviation", "KG, sapmayı değerlendirerek"),
        new Dictionary<string, LocalizedText>
        {
            ["count"] = new(
                "The count is {apart} % away from the last one; the method allows {tolerance} %.",
                "Sayım son sayımdan % {apart} farklı; yöntem % {tolerance} sapmaya izin verir."
            ),
            ["given"] = new(
                "{given} µL were given; {planned} µL were planned.",
                "{given} µL verildi; {planned} µL planlanmıştı."
            ),
        },
        OfCount
    );

    private static IEnumerable<Broken> Negative(Command wanted)
    {
        foreach (var field in CommandFields.List(wanted.GetType()))
        {
            if (field.Kind is not ("integer" or "decimal") || field.Property.GetValue(wanted) is not { } value)
                continue;
            var number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
            // A fraction is a share, a temperature or a quantity of material: shares lie within their hundred, the others have rules of their own.
            var wrong =
                field.Kind == "integer"
                    ? number < 0 || (number == 0 && field.MoreThanNone)
                    : field.Unit == "%" && number is (< 0 or > 100);
            if (wrong)
                yield return Balances.Broken("negative", ("field", field.Name), ("value", value));
        }
    }

    private static IEnumerable<Broken> OfContainers(CaseFile file, Command wanted)
    {
        if (Named.TakesSeveral<ContainerCode>(wanted))
        {
            foreach (
                var foreign in file.Taken.Where(c =>
                    c.Batch != file.TheBatch.Id && !(wanted is PoolVessels && PoolingRules.IsOfAnother(file, c))
                )
            )
                yield return Balances.Broken("foreign", ("code", foreign.Code));
            foreach (var ended in file.Taken.Where(c => c.Ended))
                yield return Balances.Broken("ended", ("code", ended.Code));
            var named = file.Taken.Select(c => c.Id).Distinct().Count();
            if (wanted is PoolVessels pool && named < file.Taken.Count)
                yield return Balances.Broken("itself", ("code", pool.Into.Text));
            if (
                wanted is ProcessingAct and not PoolVessels
                && (named != file.TheBatch.Vessels || named != file.Taken.Count)
            )
                yield return Balances.Broken("vessels", ("have", file.TheBatch.Vessels), ("named", file.Taken.Count));
        }
        if (wanted is IsolateCells && file.TheContainer.Ended)
            yield return Balances.Broken("ended", ("code", file.TheContainer.Code));
        if (wanted is PassageCells passage && passage.Reseeded > passage.Cells)
            yield return Balances.Broken("more-cells", ("seeded", passage.Reseeded), ("cells", passage.Cells));
        if (wanted is SeedCells seed && file.TheBatch.Cells is { } have && seed.Cells > have)
            yield return Balances.Broken("more-cells", ("seeded", seed.Cells), ("cells", have));
    }

    private static IEnumerable<Broken> OfVolume(CaseFile file, Command wanted)
    {
        switch (wanted)
        {
            case FillContainers c:
                var sum =
                    ((decimal)c.Products.Count * c.ProductUl)
                    + ((decimal)c.Samples.Count * c.SampleUl)
                    + ((decimal)c.Retentions.Count * c.RetentionUl)
                    + c.LossUl;
                if (sum != file.TheBatch.VolumeUl)
                    yield return Balances.Broken(
                        "volume",
                        ("have", file.TheBatch.VolumeUl),
                        ("sum", sum),
                        ("apart", Math.Abs(sum - file.TheBatch.VolumeUl))
                    );
                break;
            case StartAdministration c when c.VolumeUl > file.TheContainer.VolumeUl:
                yield return Balances.Broken("more-given", ("have", file.TheContainer.VolumeUl), ("given", c.VolumeUl));
                break;
            case CompleteAdministration c when c.GivenUl > file.TheContainer.VolumeUl:
                yield return Balances.Broken("more-given", ("have", file.TheContainer.VolumeUl), ("given", c.GivenUl));
                break;
            case StopAdministration c when c.GivenUl > file.TheContainer.VolumeUl:
                yield return Balances.Broken("more-given", ("have", file.TheContainer.VolumeUl), ("given", c.GivenUl));
                break;
            case DiscardResidual when file.TheContainer is { Ended: true, VolumeUl: 0 }:
                yield return Balances.Broken("nothing");
                break;
        }
    }

    private static IEnumerable<Broken> OfCount(CaseFile file, Command wanted, IReadOnlyList<Custody.Fact> proposed)
    {
        if (wanted is CountCells count && file.TheBatch.Cells is > 0 and { } last)
        {
            var apart = Math.Round(Math.Abs(count.Cells - (decimal)last) * 100m / last, 1, MidpointRounding.ToEven);
            if (apart > file.TheProtocol.Content.CountTolerancePercent)
                yield return WithinTolerance.Broken(
                    "count",
                    ("apart", apart),
                    ("tolerance", file.TheProtocol.Content.CountTolerancePercent)
                );
        }
        // What was given cannot be refused; outside the tolerance it is told.
        if (
            wanted is CompleteAdministration done
            && Dose.VolumeIn(file.TheContainer, file.Session) is { } planned
            && Math.Abs(done.GivenUl - (decimal)planned) * 100m > file.TheProtocol.Content.TolerancePercent * planned
        )
            yield return WithinTolerance.Broken("given", ("given", done.GivenUl), ("planned", planned));
    }
}
