using SkiaSharp;

namespace Medera.Lab.Web.Labels;

/// <summary>Marks of a label on a canvas whose unit is a printer dot, and the dots themselves.</summary>
internal static class LabelCanvas
{
    public static void Draw(SKCanvas canvas, Mark mark, SKColor colour, bool smooth)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = smooth && !LabelPaint.IsCode(mark) };
        if (mark is Mark.Words words && smooth)
        {
            using var font = LabelFont.Open(words.Face, (float)words.Size);
            canvas.DrawText(words.Text, (float)words.X, (float)words.Baseline, SKTextAlign.Left, font, paint);
            return;
        }
        using var outline = LabelPaint.Outline(mark);
        canvas.DrawPath(outline, paint);
    }

    /// <summary>The dots that a thermal printer burns for these marks, row by row, eight to a byte, the most significant bit left.</summary>
    public static byte[] Dots(IEnumerable<Mark> marks, int width, int height)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            foreach (var mark in marks)
                Draw(
                    canvas,
                    mark,
                    LabelPaint.IsDark(LabelPaint.InkOf(mark)) ? SKColors.Black : SKColors.White,
                    smooth: false
                );
        }
        var pixels = bitmap.GetPixelSpan();
        var (stride, bytes) = (bitmap.RowBytes, (width + 7) / 8);
        var dots = new byte[bytes * height];
        for (var at = 0; at < width * height; at++)
        {
            var (row, column) = (at / width, at % width);
            if (pixels[(row * stride) + column] < 128)
                dots[(row * bytes) + (column / 8)] |= (byte)(128 >> (column % 8));
        }
        return dots;
    }
}
