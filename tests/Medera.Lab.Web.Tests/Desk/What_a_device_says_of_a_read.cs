using Medera.Lab.Web.Scanning;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>Where a text comes from is said by the device. What it says and nobody knows must not pass for a scanner.</summary>
public sealed class What_a_device_says_of_a_read
{
    [Theory]
    [InlineData("wedge", ScanSource.Wedge)]
    [InlineData("camera", ScanSource.Camera)]
    [InlineData("serial", ScanSource.Serial)]
    [InlineData("typed:damaged", ScanSource.Typed)]
    [InlineData("", ScanSource.Typed)]
    [InlineData("0", ScanSource.Typed)]
    [InlineData("wedge,camera", ScanSource.Typed)]
    [InlineData("keyboard", ScanSource.Typed)]
    public void is_typed_where_nobody_knows_it(string source, ScanSource from) =>
        Assert.Equal(from, new ScannedText(Guid.Empty, "", source, DateTimeOffset.UnixEpoch).From);
}
