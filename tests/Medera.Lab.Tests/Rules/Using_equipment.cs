using Medera.Lab.Tests.Support;
using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.Tests.Support.Breaches;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class Using_equipment
{
    private static StartMaintenance Broken(EquipmentCode piece) => new(piece, "equipment-failure", null);

    [Theory]
    [InlineData(Stage.Received)]
    [InlineData(Stage.Isolated)]
    [InlineData(Stage.Seeded)]
    [InlineData(Stage.Harvested)]
    [InlineData(Stage.Filled)]
    [InlineData(Stage.PutAway)]
    public void is_told_in_the_stream_of_the_batch_by_any_of_its_containers(Stage stage)
    {
        var j = Journey.To(stage);
        var (before, piece) = (j.TheBatch, Piece(j.Lab));

        // The bag of the collection: it has ended long since, and between two steps there may be no other.
        var made = j.Lab.Must(Burak, new UseEquipment(piece, new(j.Collected)));

        var fact = Assert.IsType<EquipmentUsed>(Assert.Single(made.Facts));
        Assert.Equal((j.Batch, j.Of(j.Collected).Id), (fact.Batch, fact.Container));
        Assert.Equal(before with { Makers = j.TheBatch.Makers, Unreviewed = before.Unreviewed + 1 }, j.TheBatch);
        Assert.Contains(Burak.Id, j.TheBatch.Makers);
    }

    [Theory]
    [InlineData(Stage.Collected)]
    [InlineData(Stage.UnderReview)]
    [InlineData(Stage.Released)]
    public void is_no_part_of_making_before_the_receipt_and_after_the_freezer(Stage stage)
    {
        var j = Journey.To(stage);
        j.Lab.Do(Ayse, new UseEquipment(Piece(j.Lab), new(j.Collected))).IsRefusedBy("R22 batch");
    }

    [Fact]
    public void ends_with_the_batch()
    {
        var j = Journey.To(Stage.Seeded);
        j.Lab.Must(Emre, new TerminateBatch(j.Batch, "contamination", null));
        j.Lab.Do(Ayse, new UseEquipment(Piece(j.Lab), new(j.Vessels[0]))).IsRefusedBy("R22 batch");
    }

    [Fact]
    public void waits_for_QA_where_it_is_in_maintenance_and_for_nobody_after()
    {
        var j = Journey.To(Stage.Seeded);
        var piece = Piece(j.Lab);
        j.Lab.Must(Burak, Broken(piece));

        var decision = j.Lab.Do(Ayse, new UseEquipment(piece, new(j.Vessels[0])));
        decision.IsRefusedBy("R17 maintenance");
        Assert.Equal(
            (RuleKind.QaStop, Burak.Id.Value.ToString()),
            (decision.Broken[0].Kind, decision.Broken[0].Values["who"])
        );

        j.Lab.Must(Emre, new EndMaintenance(piece));
        j.Lab.Must(Ayse, new UseEquipment(piece, new(j.Vessels[0])));
    }

    [Theory]
    [InlineData(0, 30, "R17 calibration")]
    [InlineData(100, 0, "R17 cleaning")]
    public void overdue_goes_on_and_a_critical_deviation_keeps_the_release_shut(
        int calibration,
        int cleaning,
        string flag
    )
    {
        var j = Journey.To(Stage.Seeded);

        j.Lab.Do(Ayse, new UseEquipment(Piece(j.Lab, calibration, cleaning), new(j.Vessels[0]))).IsFlaggedBy(flag);

        var deviation = Assert.Single(j.Lab.Lives.Deviations.Values);
        Assert.Equal(("R17", true, DeviationState.Open), (deviation.Rule, deviation.Critical, deviation.State));
        j.GoOn(Stage.Passaged, Stage.TrailReviewed);
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsRefusedBy("R8b deviation");
    }

    [Fact]
    public void overdue_in_both_is_one_deviation()
    {
        var j = Journey.To(Stage.Seeded);
        var decision = j.Lab.Do(Ayse, new UseEquipment(Piece(j.Lab, -1, -1), new(j.Vessels[0])));
        Assert.Equal(2, decision.Broken.Count);
        Assert.Single(decision.Facts.OfType<DeviationOpened>());
    }

    [Fact]
    public void is_in_order_until_the_very_instant_that_it_is_due()
    {
        var j = Journey.To(Stage.Seeded);
        var piece = Piece(j.Lab, calibrationDays: 1);
        j.Lab.Now = j.Lab.Now.AddDays(1).AddMicroseconds(-1);
        j.Lab.Must(Ayse, new UseEquipment(piece, new(j.Vessels[0])));
        j.Lab.Now = j.Lab.Now.AddMicroseconds(1);
        j.Lab.Do(Ayse, new UseEquipment(piece, new(j.Vessels[0]))).IsFlaggedBy("R17 calibration");
    }

    [Fact]
    public void is_in_order_again_after_a_calibration_and_a_cleaning()
    {
        var j = Journey.To(Stage.Seeded);
        var piece = Piece(j.Lab, -1, -1);
        j.Lab.Must(Emre, new CalibrateEquipment(piece, j.Lab.Now.AddDays(365), "CAL-26-7"));
        j.Lab.Must(Ayse, new CleanEquipment(piece, j.Lab.Now.AddDays(30)));
        j.Lab.Must(Ayse, new UseEquipment(piece, new(j.Vessels[0])));
    }

    [Fact]
    public void where_nothing_is_ever_due_breaks_nothing()
    {
        var j = Journey.To(Stage.Seeded);
        var code = new EquipmentCode(j.Lab.NewCode(CodeKind.Equipment));
        j.Lab.Must(Emre, new RegisterEquipment(code, "Shipper", EquipmentKind.Shipper, null, "C1", null, null));
        j.Lab.Must(Ayse, new UseEquipment(code, new(j.Vessels[0])));
    }

    [Fact]
    public void told_late_is_recorded_whatever_it_was_and_takes_no_batch_back()
    {
        var j = Journey.To(Stage.Released);
        var piece = Piece(j.Lab);
        j.Lab.Must(Emre, Broken(piece));

        Assert.True(Breaches.Late(j, new UseEquipment(piece, new(j.Collected))).Accepted);

        Assert.Equal(BatchState.Released, j.TheBatch.State);
        Assert.Equal(["R17", "R22"], j.Lab.Lives.Deviations.Values.Select(d => d.Rule).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void read_without_a_connection_stands_though_the_container_has_moved_on_since()
    {
        var j = Journey.To(Stage.Passaged);
        var read = j.Lab.Now.AddHours(-1);
        j.Lab.Ask(Ayse, new UseEquipment(Piece(j.Lab), new(j.Vessels[0])), file: f => f with { OfflineAt = read })
            .IsAccepted();
    }

    [Fact]
    public void that_nobody_knows_is_told_by_its_code_alone()
    {
        var j = Journey.To(Stage.Seeded);
        j.Lab.Do(Ayse, new UseEquipment(new(j.Lab.NewCode(CodeKind.Equipment)), new(j.Vessels[0])))
            .IsRefusedBy("scan.unknown unknown");
        j.Lab.Do(Ayse, new UseEquipment(Piece(j.Lab), new(j.Lab.NewCode(CodeKind.Container))))
            .IsRefusedBy("scan.unknown unknown");
    }
}

public class A_piece_of_equipment
{
    [Fact]
    public void is_what_its_facts_say()
    {
        var lab = Laboratory.Opened();
        var code = Piece(lab, 10, 20);
        var (calibrated, cleaned) = (lab.Now.AddDays(200), lab.Now.AddDays(60));
        lab.Must(Emre, new CalibrateEquipment(code, calibrated, "CAL-26-7"));
        lab.Later(5);
        lab.Must(Ayse, new CleanEquipment(code, cleaned));
        Assert.Equal((EquipmentState.InUse, calibrated, cleaned, World.Opening, Ayse.Id), Told());

        lab.Later(5);
        lab.Must(Ceren, new StartMaintenance(code, "broken", null));
        Assert.Equal((EquipmentState.Maintenance, calibrated, cleaned, lab.Now, Ceren.Id), Told());
        // A calibration belongs to many a maintenance, and ends none.
        lab.Must(Emre, new CalibrateEquipment(code, calibrated.AddDays(1), "CAL-26-8"));
        Assert.Equal(EquipmentState.Maintenance, Told().State);
        lab.Must(Emre, new EndMaintenance(code));
        Assert.Equal((EquipmentState.InUse, lab.Now), (Told().State, Told().Since));

        (
            EquipmentState State,
            DateTimeOffset? Calibration,
            DateTimeOffset? Cleaning,
            DateTimeOffset Since,
            PersonId By
        ) Told() =>
            lab.Lives.Equipment.Values.Single() is var piece
                ? (piece.State, piece.CalibrationDue, piece.CleaningDue, piece.Since, piece.LastBy)
                : default;
    }

    [Fact]
    public void is_not_put_into_maintenance_twice()
    {
        var lab = Laboratory.Opened();
        var code = Piece(lab);
        lab.Must(Ayse, new StartMaintenance(code, "broken", null));
        lab.Do(Burak, new StartMaintenance(code, "broken", null)).IsRefusedBy("R22 equipment");
        lab.Do(Burak, new StartMaintenance(code, "because", null))
            .IsRefusedBy("R22 equipment", "desk.incomplete reason");
    }

    [Theory]
    [InlineData("İnkübatör Ğşı-1", true)]
    [InlineData("培养箱 3", true)]
    [InlineData("Incubator ☃", false)]
    [InlineData("call 0532 first!", false)]
    public void has_a_name_that_is_a_title(string name, bool kept)
    {
        var lab = Laboratory.Opened();
        var decision = lab.Do(
            Emre,
            new RegisterEquipment(
                new(lab.NewCode(CodeKind.Equipment)),
                name,
                EquipmentKind.Other,
                null,
                "P1",
                null,
                null
            )
        );
        if (kept)
            decision.IsAccepted();
        else
            decision.IsRefusedBy("desk.incomplete title");
    }

    [Fact]
    public void may_be_overdue_when_it_is_registered_but_is_never_calibrated_into_the_past()
    {
        var lab = Laboratory.Opened();
        var code = Piece(lab, -10);
        lab.Do(Emre, new CalibrateEquipment(code, lab.Now.AddDays(-1), "CAL-1")).IsRefusedBy("R22 due");
        lab.Do(Ayse, new CleanEquipment(code, lab.Now)).IsRefusedBy("R22 due");
    }

    [Fact]
    public void is_due_at_the_earlier_of_its_two_dates()
    {
        var lab = Laboratory.Opened();
        Piece(lab, 10, 20);
        var piece = lab.Lives.Equipment.Values.Single();
        Assert.Equal(lab.Now.AddDays(10), piece.NextDue);
        Assert.Equal(lab.Now.AddDays(20), (piece with { CalibrationDue = null }).NextDue);
        Assert.Null((piece with { CalibrationDue = null, CleaningDue = null }).NextDue);
        Assert.Equal((false, true), (piece.IsOverdue(lab.Now), piece.IsOverdue(lab.Now.AddDays(10))));
    }
}
