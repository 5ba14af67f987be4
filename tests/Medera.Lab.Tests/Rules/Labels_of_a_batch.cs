using Medera.Lab.Tests.Support;
using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.LabelsOfTests;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class Labels_of_a_batch
{
    [Fact]
    public void say_what_the_record_says_of_each_container()
    {
        var j = Journey.To(Stage.Frozen);
        Printed(j);

        var words = LabelOf(j, j.Vial).Words;
        Assert.Equal(
            (j.TheBatch.Number, "MSC suspension", "2.0 mL · 50.0 × 10⁶ · P1"),
            (words.Batch, words.Product, words.Contents)
        );
        Assert.Equal((j.TheBatch.Expiry, 180), (words.Expiry!.At, words.Expiry.Offset));
        Assert.Equal(j.Lab.Lives.Subjects[j.Patient].Code, words.Subject);
        Assert.Equal((true, true), (words.Autologous, words.Evaluated));
        Assert.Equal(j.Of(j.Vial).Made, words.Filled!.At);
        Assert.Equal(
            ["FOR AUTOLOGOUS USE ONLY"],
            DonorStatements.List(words.ContentOf(new OwnCode(j.Vial)).Donor!, "en")
        );
    }

    [Fact]
    public void warn_the_recipient_of_another_persons_cells()
    {
        var j = Journey.To(Stage.Frozen, Origin.Allogeneic, tested: false);
        Printed(j);
        Assert.Contains(
            "WARNING: Advise recipient of communicable disease risks",
            DonorStatements.List(LabelOf(j, j.Vial).Words.ContentOf(new OwnCode(j.Vial)).Donor!, "en")
        );
        Assert.Null(LabelOf(j, j.Vial).Words.Subject);
    }

    [Fact]
    public void are_counted_from_the_printer_to_the_waste_and_keep_the_review_shut_until_they_are_reconciled()
    {
        var j = Journey.To(Stage.Frozen);
        var template = Printed(j);
        j.GoOn(Stage.PutAway, Stage.Verified);
        Assert.Equal(new LabelCounts(4, 0, 0, 0, null), Counts(j));
        j.Lab.Do(Emre, new OpenReview(j.Batch)).IsRefusedBy("R22 labels");

        foreach (var vial in j.Vials[1..])
            j.Lab.Must(Ayse, ApplyOf(j, vial));
        var old = LabelOf(j, j.Vial).Id;
        j.Lab.Must(Ayse, ReprintOf(j, template, j.Vial));
        Assert.Equal((5, 3, 1, 1), (Counts(j).Issued, Counts(j).Applied, Counts(j).Voided, Counts(j).Waiting));
        Assert.Equal(old, LabelOf(j, j.Vial).Replaces);
        j.Lab.Do(Ayse, new DestroyLabel(old)).IsRefusedBy("R13 old-goes-last");
        j.Lab.Must(Ayse, ApplyOf(j, j.Vial));
        j.Lab.Do(Ayse, new ReconcileLabels(j.Batch, 4, 1)).IsRefusedBy("R13 counts");
        j.Lab.Must(Burak, new DestroyLabel(old));
        j.Lab.Do(Ayse, new ReconcileLabels(j.Batch, 4, 0)).IsRefusedBy("R13 counts");
        j.Lab.Must(Ayse, new ReconcileLabels(j.Batch, 4, 1));
        Assert.Equal(new LabelCounts(5, 4, 0, 1, j.Lab.Now), Counts(j));
        j.Lab.Must(Emre, new OpenReview(j.Batch));
    }

    [Fact]
    public void are_open_again_after_a_later_print_and_stop_the_release()
    {
        var j = Journey.To(Stage.Frozen);
        var template = Printed(j);
        foreach (var vial in j.Vials)
            j.Lab.Must(Ayse, ApplyOf(j, vial));
        j.Lab.Must(Ayse, new ReconcileLabels(j.Batch, 4, 0));
        j.GoOn(Stage.PutAway, Stage.TrailReviewed);

        j.Lab.Must(Ayse, PrintOf(j, template, j.Retention));
        j.Lab.Must(Emre, new ReviewTrail(j.Batch));
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsRefusedBy("R8b labels");
        j.Lab.Must(Ayse, ApplyOf(j, j.Retention));
        j.Lab.Must(Ayse, new ReconcileLabels(j.Batch, 5, 0));
        j.Lab.Must(Emre, new ReviewTrail(j.Batch));
        j.Lab.Must(Fatma, new SignRelease(j.Batch));
    }

    [Fact]
    public void that_were_never_printed_keep_nothing_shut() =>
        Assert.Equal(BatchState.Released, Journey.To(Stage.Released).TheBatch.State);

    [Fact]
    public void are_settled_by_QA_where_one_is_missing_and_the_deviation_stays()
    {
        var j = Journey.To(Stage.Frozen);
        Printed(j);
        foreach (var vial in j.Vials[1..])
            j.Lab.Must(Ayse, ApplyOf(j, vial));
        j.Lab.Do(Ayse, new ReconcileLabels(j.Batch, 3, 0)).IsRefusedBy("R13 counts");

        j.Lab.Ask(Emre, new SettleLabelCount(j.Batch, 3, 0, "not-found", null), signed: false).IsRefusedBy("R20 proof");
        j.Lab.Do(Emre, new SettleLabelCount(j.Batch, 3, 0, "because", null)).IsRefusedBy("desk.incomplete reason");
        j.Lab.Must(Emre, new SettleLabelCount(j.Batch, 3, 0, "not-found", null));
        Assert.False(Counts(j).Open);
        var deviation = Assert.Single(j.Lab.Lives.Deviations.Values);
        Assert.Equal(("R13", true), (deviation.Rule, deviation.Critical));
        j.GoOn(Stage.PutAway, Stage.TrailReviewed);
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsRefusedBy("R8b deviation");
        j.Lab.Must(Emre, new CloseDeviation(j.Batch, deviation.Id, "documentation", null));
        j.Lab.Must(Emre, new ReviewTrail(j.Batch));
        j.Lab.Must(Fatma, new SignRelease(j.Batch));
    }

    [Fact]
    public void are_printed_for_each_container_once_in_one_act()
    {
        var j = Journey.To(Stage.Frozen);
        var template = Approved(j.Lab, LabelKind.Cryovial);
        j.Lab.Do(Ayse, PrintOf(j, template, j.Vial, j.Vial)).IsRefusedBy("R14 twice");
        j.Lab.Do(Ayse, PrintOf(j, template)).IsRefusedBy("desk.incomplete range");
        j.Lab.Do(Ayse, PrintOf(j, template, j.Vial) with { Dpi = 600, Language = "de" })
            .IsRefusedBy("desk.incomplete field");
        var (other, _) = Breaches.TwoPatients(Stage.Frozen, Stage.Planned);
        var foreign = Journey.To(Stage.Frozen, lab: other.Lab, patient: "Mert");
        other
            .Lab.Do(Ayse, PrintOf(other, Approved(other.Lab, LabelKind.Cryovial), foreign.Vial))
            .IsRefusedBy("R15 foreign");
    }

    [Fact]
    public void that_are_void_leave_the_container_free_for_another()
    {
        var j = Journey.To(Stage.Frozen);
        var template = Printed(j);
        j.Lab.Must(Ayse, new VoidLabel(LabelOf(j, j.Vial).Id, "misprint", null));
        j.Lab.Must(Ayse, PrintOf(j, template, j.Vial));
        Assert.Equal(2, j.Lab.Lives.Labels.Values.Count(l => l.Code == j.Vial));
        Assert.Equal((5, 1), (Counts(j).Issued, Counts(j).Voided));
    }

    [Fact]
    public void that_are_stuck_on_and_found_wrong_are_counted_down_again()
    {
        var j = Journey.To(Stage.Frozen);
        Printed(j);
        j.Lab.Must(Ayse, ApplyOf(j, j.Vial));
        j.Lab.Do(Ayse, ApplyOf(j, j.Vial)).IsRefusedBy("R22 label");
        j.Lab.Must(Emre, new VoidLabel(LabelOf(j, j.Vial).Id, "label-damaged", null));
        Assert.Equal((0, 1), (Counts(j).Applied, Counts(j).Voided));
    }

    [Fact]
    public void before_the_freezing_have_no_shelf_life_to_say()
    {
        var j = Journey.To(Stage.Filled);
        j.Lab.Do(Ayse, PrintOf(j, Approved(j.Lab, LabelKind.Cryovial), j.Vial))
            .IsRefusedBy("label.check value-missing");
        j.Lab.Must(Ayse, PrintOf(j, Approved(j.Lab, LabelKind.Tube), j.Vial));
    }

    [Fact]
    public void of_five_hundred_vials_are_told_in_events_that_can_name_them_all()
    {
        var j = Journey.To(Stage.Frozen);
        var template = Approved(j.Lab, LabelKind.Cryovial);
        var codes = j.Lab.NewCodes(CodeKind.Container, 500);
        j.Lab.Pretend(lives =>
            codes
                .Select(
                    (code, i) =>
                        j.Of(j.Vial) with
                        {
                            Id = new ContainerId(new Guid(i + 1, 7, 7, 0x80, 0, 0, 0, 0, 0, 0, 0)),
                            Code = code,
                            Ordinal = i + 10,
                        }
                )
                .Aggregate(lives, (l, c) => l.With(c))
        );

        var facts = j.Lab.Must(Ayse, PrintOf(j, template, codes)).Facts;

        Assert.Equal([150, 150, 150, 50], facts.Cast<LabelsPrinted>().Select(f => f.Labels.Count));
        Assert.All(
            facts,
            f => Assert.True(Medera.Lab.Custody.FactCodec.About(f).Count < Medera.Lab.Custody.FactCodec.MaxAbout)
        );
        Assert.Equal(500, Counts(j).Issued);
        j.Lab.Do(Ayse, PrintOf(j, template, [.. codes, j.Vial])).IsRefusedAlsoBy("desk.incomplete range");
    }

    [Fact]
    public void of_places_and_cards_are_counted_and_need_no_count_at_the_bench()
    {
        var lab = Laboratory.Opened();
        var place = lab.Positions[0].Code;
        var card = CommandCards.CodeOf(CommandCard.Undo).Text;
        var (positions, cards) = (Approved(lab, LabelKind.Position), Approved(lab, LabelKind.CommandCard));
        lab.Must(Ayse, new PrintThingLabels([place, lab.Positions[1].Code], positions, "tr", 300));
        lab.Must(Ayse, new PrintThingLabels([place], positions, "tr", 300));
        lab.Must(Murat, new PrintThingLabels([card], cards, "tr", 300));
        Assert.Equal(2, lab.Lives.Labels.Values.Count(l => l.Code == place));
        Assert.Equal("SEÇİMİ GERİ AL", lab.Lives.Labels.Values.Single(l => l.Code == card).Words.Title);
        lab.Do(Ayse, new PrintThingLabels([card], positions, "tr", 300)).IsRefusedBy("R13 kind");
    }
}
