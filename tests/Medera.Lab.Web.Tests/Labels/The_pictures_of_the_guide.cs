using SkiaSharp;

namespace Medera.Lab.Web.Tests.Labels;

/// <summary>The guide shows labels as they are drawn today. With MEDERA_PICTURES=1 the pictures are made anew.</summary>
public sealed class The_pictures_of_the_guide
{
    private const int Ground = 24;
    private const double Unlike = 0.005;

    public static TheoryData<LabelKind, bool> Every =>
        [
            .. Enum.GetValues<LabelKind>().Select(kind => (kind, false)),
            (LabelKind.SyringeIntravenous, true),
            (LabelKind.SyringeIntrathecal, true),
        ];

    [Theory]
    [MemberData(nameof(Every))]
    public void are_the_labels_of_today(LabelKind kind, bool grey)
    {
        var file = Path.Combine(
            TestTools.Root(),
            "docs",
            "pictures",
            $"labels-{Name(kind)}{(grey ? "-grey" : "")}.png"
        );
        using var now = Draw(SampleLabels.Layout(kind, SampleLabels.Dpi300).Drawing, grey);
        if (Environment.GetEnvironmentVariable("MEDERA_PICTURES") is "1")
        {
            using var png = now.Encode(SKEncodedImageFormat.Png, 100);
            File.WriteAllBytes(file, png.ToArray());
        }
        using var shown = SKBitmap.Decode(file);

        Assert.Equal((now.Width, now.Height), (shown.Width, shown.Height));
        var other = now.Pixels.Zip(shown.Pixels).Count(pair => Math.Abs(pair.First.Green - pair.Second.Green) > 32);
        Assert.InRange(other / (double)(now.Width * now.Height), 0, Unlike);
    }

    private static string Name(LabelKind kind) =>
        kind switch
        {
            LabelKind.SyringeIntravenous => "syringe-iv",
            LabelKind.SyringeIntrathecal => "syringe-intrathecal",
            LabelKind.CommandCard => "command-card",
            _ => kind.ToString().ToLowerInvariant(),
        };

    // On a grey ground, so that the label's own edge is seen.
    private static SKBitmap Draw(LabelDrawing label, bool grey)
    {
        var (width, height) = (label.Printer.Dots(label.Width), label.Printer.Dots(label.Height));
        var picture = new SKBitmap(
            new SKImageInfo(width + (2 * Ground), height + (2 * Ground), SKColorType.Rgba8888, SKAlphaType.Opaque)
        );
        using var canvas = new SKCanvas(picture);
        canvas.Clear(new SKColor(0xC8, 0xC8, 0xC8));
        canvas.Translate(Ground, Ground);
        using var paper = new SKPaint { Color = SKColors.White };
        canvas.DrawRect(0, 0, width, height, paper);
        foreach (var mark in label.Marks)
        {
            var colour = LabelPaint.Colour(LabelPaint.InkOf(mark));
            var light = (byte)((colour.Red * 0.299) + (colour.Green * 0.587) + (colour.Blue * 0.114));
            LabelCanvas.Draw(canvas, mark, grey ? new SKColor(light, light, light) : colour, smooth: true);
        }
        return picture;
    }
}
