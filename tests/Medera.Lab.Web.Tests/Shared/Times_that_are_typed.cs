using Medera.Lab.Web.ActForms;
using Medera.Lab.Web.Layout;

namespace Medera.Lab.Web.Tests.Shared;

/// <summary>A browser's field for a time knows no zone; the laboratory stands in Istanbul, and the server anywhere.</summary>
public class Times_that_are_typed
{
    private static readonly LabTime Istanbul = new(
        TimeProvider.System,
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul")
    );

    [Theory]
    [InlineData("2027-01-15T10:00", "2027-01-15T07:00Z")]
    [InlineData("2027-01-15T10:00:00Z", "2027-01-15T10:00Z")]
    [InlineData("2027-01-15T23:59:59.0000000+03:00", "2027-01-15T20:59:59Z")]
    public void are_the_laboratorys_unless_they_say_otherwise(string typed, string meant)
    {
        var fields = new FormFields(
            typeof(CleanEquipment),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["equipment"] = "MLE000000000" },
            Istanbul
        )
        {
            ["due"] = typed,
        };

        var (wanted, errors) = fields.Read(name => name, name => name);

        Assert.Empty(errors);
        Assert.Equal(
            DateTimeOffset.Parse(meant, System.Globalization.CultureInfo.InvariantCulture),
            Assert.IsType<CleanEquipment>(wanted).Due
        );
    }
}
