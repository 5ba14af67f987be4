using Medera.Lab.TestSupport.Journeys;
using Medera.Lab.TestSupport.Sequences;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.LabelsOfTests;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Properties;

/// <summary>Whatever is done with labels, in whatever order: what is accepted keeps the books right.</summary>
public class Sequences_of_labels
{
    private const int Sequences = 300;
    private const int Length = 50;

    [Fact]
    public void never_leave_two_live_labels_on_a_container_nor_open_a_review_over_an_open_count()
    {
        var start = Journey.To(Stage.Verified);
        var template = Approved(start.Lab, LabelKind.Cryovial);
        var reached = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var sequence = 0; sequence < Sequences; sequence++)
        {
            var lab = start.Lab.Copy();
            var dice = new Dice((ulong)sequence * 7919);
            for (var step = 0; step < Length; step++)
            {
                var (who, wanted) = Next(lab, start, template, ref dice);
                var before = lab.Lives.Batches[start.Batch];
                var decision = lab.Do(who, wanted);
                var name = $"{(decision.Accepted ? "" : "no ")}{CommandCatalogue.Find(wanted).Name}";
                reached[name] = reached.GetValueOrDefault(name) + 1;
                IsRight(lab, start.Batch);
                if (decision.Accepted && wanted is OpenReview)
                    Assert.False(before.Labels.Open);
                if (decision.Accepted && wanted is ReconcileLabels c)
                    Assert.Equal(before.Labels.Issued, c.Applied + c.Destroyed);
                lab.Later(1);
            }
        }
        // It came everywhere, accepted and refused.
        foreach (
            var verb in new[]
            {
                "label.print",
                "label.reprint",
                "label.apply",
                "label.void",
                "label.destroy",
                "label.reconcile",
                "review.open",
            }
        )
        {
            Assert.True(reached.GetValueOrDefault(verb) >= 20, $"{verb}: {reached.GetValueOrDefault(verb)}");
            Assert.True(
                reached.GetValueOrDefault($"no {verb}") >= 20,
                $"no {verb}: {reached.GetValueOrDefault($"no {verb}")}"
            );
        }
    }

    private static void IsRight(Laboratory lab, BatchId batch)
    {
        var labels = lab.Lives.Labels.Values.ToList();
        Assert.All(labels.Where(l => l.Live).GroupBy(l => l.Container), g => Assert.Single(g));
        var counts = lab.Lives.Batches[batch].Labels;
        Assert.Equal(
            (
                labels.Count,
                labels.Count(l => l.State == LabelState.Printed),
                labels.Count(l => l.State == LabelState.Applied),
                labels.Count(l => l.State == LabelState.Voided),
                labels.Count(l => l.State == LabelState.Destroyed)
            ),
            (counts.Issued, counts.Waiting, counts.Applied, counts.Voided, counts.Destroyed)
        );
    }

    private static (People.Person Who, Command Wanted) Next(
        Laboratory lab,
        Journey j,
        LabelTemplateId template,
        ref Dice dice
    )
    {
        var labels = lab.Lives.Labels.Values.OrderBy(l => l.Id.Value).ToList();
        var counts = lab.Lives.Batches[j.Batch].Labels;
        if (labels.Count == 0 || dice.Hits(10))
            return (Ayse, new PrintLabels(j.Batch, [new ContainerCode(dice.From(j.Vials))], template, "en", 203, null));
        var one = dice.From(labels);
        return dice.Roll(9) switch
        {
            0 => (Ayse, new ReprintLabel(one.Id, template, "tr", 300, null, "misprint", null)),
            1 or 2 or 3 => (Ayse, new ApplyLabel(one.Id, dice.Hits(85) ? one.Code : dice.From(j.Vials))),
            4 => (Ayse, new VoidLabel(one.Id, "label-damaged", null)),
            5 or 6 => (Burak, new DestroyLabel(one.Id)),
            7 => (Ayse, new ReconcileLabels(j.Batch, counts.Applied + (dice.Hits(20) ? 1 : 0), counts.Destroyed)),
            _ => lab.Lives.Batches[j.Batch].State == BatchState.Quarantine
                ? (Emre, new OpenReview(j.Batch))
                : (Emre, new ReturnReview(j.Batch, "documentation", null)),
        };
    }
}
