using Medera.Lab.Tests.Support;
using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class Forgetting_somebody
{
    [Fact]
    public void takes_the_wristband_away_and_leaves_the_pseudonym()
    {
        var lab = Laboratory.Opened();
        var patient = World.NewPatient(lab, "Elif", donor: false);
        var before = lab.Lives.Subjects[patient];

        var facts = lab.Must(Emre, Breaches.Forget(patient)).Facts;

        Assert.Equal([new WristbandVoided(patient, before.Wristband!), new SubjectErased(patient, 0, 0)], facts);
        Assert.Equal(
            (before.Code, null, lab.Now),
            (
                lab.Lives.Subjects[patient].Code,
                lab.Lives.Subjects[patient].Wristband,
                lab.Lives.Subjects[patient].ErasedAt!.Value
            )
        );
    }

    [Fact]
    public void is_possible_once_all_that_was_made_for_them_is_given_and_closed()
    {
        var j = Journey.To(Stage.Frozen, Origin.Allogeneic);
        j.Lab.Must(Kemal, new CancelPlan(j.Plan, "family-decision", null));
        // The lot is not theirs and nothing of it is kept for them.
        Assert.True(j.Lab.Do(Emre, Breaches.Forget(j.Patient)).Accepted);
    }

    [Fact]
    public void cannot_be_asked_for_twice_and_nothing_is_planned_for_whom_nobody_knows()
    {
        var lab = Laboratory.Opened();
        var patient = World.NewPatient(lab, "Elif", donor: false);
        var protocol = World.ApprovedProtocol(lab, World.Content(Origin.Allogeneic));
        lab.Must(Emre, Breaches.Forget(patient));

        Assert.Contains(lab.Do(Emre, Breaches.Forget(patient)).Broken, b => b is { Rule: "R25", Variant: "erased" });
        Assert.Contains(
            lab.Do(Kemal, new MakePlan(patient, protocol, Route.Intravenous, 1, lab.Now, 0, 1, null)).Broken,
            b => b is { Rule: "R25", Variant: "erased" }
        );
    }

    [Theory]
    [InlineData("12345678901", "12345678901", true)]
    [InlineData("12345678901", "TC 123 456-789.01 (okunamadı)", true)]
    [InlineData("12345678901", "١٢٣٤٥٦٧٨٩٠١", true)]
    [InlineData("123 456 789 01", "1234567890112345678901", true)]
    [InlineData("12345678901", "12345678902", false)]
    [InlineData("12345678901", "123456 oda 78901", false)]
    public void finds_a_number_however_its_digits_are_parted(string number, string text, bool found) =>
        Assert.Equal(found, Assert.Single(Identifiers.Numbers(number)).In(text));

    [Theory]
    [InlineData("Ayşe Yılmaz", "AYŞE YILMAZ", true)]
    [InlineData("Ayşe Yılmaz", "ayse yilmaz", true)]
    [InlineData("Ayse Yilmaz", "Yılmaz, Ayşe'nin annesi", true)]
    [InlineData("İsmail Işık", "ISMAIL ISIK", true)]
    [InlineData("Ayşe Yılmaz", "Ays\u0327enin Yılmazlardan", true)]
    [InlineData("Ayşe Yılmaz", "AYSEYILMAZ", true)]
    [InlineData("Jürgen Weiß", "JURGEN WEISS", true)]
    [InlineData("Ayşe Yılmaz", "Ayşe istemedi", false)]
    [InlineData("Can Ali", "canlılık yüksek", false)]
    public void finds_a_name_in_either_case_with_or_without_its_marks(string name, string text, bool found) =>
        Assert.Equal(found, Assert.Single(Identifiers.Names(name)).In(text));

    [Fact]
    public void looks_for_each_of_several_names() =>
        Assert.Equal(2, Identifiers.Names("Ayşe Yılmaz; Ayşe Demir\n").Count);
}
