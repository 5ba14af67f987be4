using System.Diagnostics;
using SkiaSharp;

namespace Medera.Lab.Web.Labels;

/// <summary>Marks of a label as outlines and colours, from which screen, PDF and printer are made alike.</summary>
internal static class LabelPaint
{
    /// <summary>The outline of a mark in printer dots; the caller disposes it.</summary>
    public static SKPath Outline(Mark mark)
    {
        if (mark is Mark.Words words)
        {
            using var font = LabelFont.Open(words.Face, (float)words.Size);
            return font.GetTextPath(words.Text, new SKPoint((float)words.X, (float)words.Baseline));
        }
        using var path = new SKPathBuilder();
        switch (mark)
        {
            case Mark.Box box:
                path.AddRect(SKRect.Create(box.X, box.Y, box.Width, box.Height));
                break;
            case Mark.Figure figure:
                path.AddPoly(
                    [.. figure.Corners.Select(corner => new SKPoint((float)corner.X, (float)corner.Y))],
                    close: true
                );
                break;
            case Mark.Round round:
                Add(path, round);
                break;
            case Mark.Bars bars:
                Add(path, bars);
                break;
            case Mark.Modules code:
                Add(path, code);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(mark), mark, "Not a mark of a label.");
        }
        return path.Detach();
    }

    /// <summary>What a mark is filled with.</summary>
    public static Ink InkOf(Mark mark) =>
        mark switch
        {
            Mark.Box box => box.Ink,
            Mark.Round round => round.Ink,
            Mark.Figure figure => figure.Ink,
            Mark.Words words => words.Ink,
            Mark.Bars or Mark.Modules => Ink.Black,
            _ => throw new UnreachableException($"Nobody knows the ink of a {mark.GetType().Name}."),
        };

    /// <summary>The colour on screen and on a colour printer. Blue is dark and yellow light, so that grey tells them apart too.</summary>
    public static SKColor Colour(Ink ink) =>
        ink switch
        {
            Ink.White => new SKColor(0xFF, 0xFF, 0xFF),
            Ink.Blue => new SKColor(0x0B, 0x3D, 0x91),
            Ink.Yellow => new SKColor(0xFF, 0xD5, 0x00),
            Ink.Black => new SKColor(0x00, 0x00, 0x00),
            _ => throw new UnreachableException($"Nobody knows the colour of {ink}."),
        };

    /// <summary>Whether a thermal printer, which has black alone, prints it.</summary>
    public static bool IsDark(Ink ink) => ink is Ink.Black or Ink.Blue;

    /// <summary>Whether the mark is a code, whose edges fall on whole dots.</summary>
    public static bool IsCode(Mark mark) => mark is Mark.Bars or Mark.Modules;

    private static void Add(SKPathBuilder path, Mark.Round round)
    {
        var half = (float)Math.Min(round.Width, round.Height) / 2;
        path.AddRoundRect(
            SKRect.Create((float)round.X, (float)round.Y, (float)round.Width, (float)round.Height),
            half,
            half
        );
    }

    private static void Add(SKPathBuilder path, Mark.Bars bars)
    {
        var at = bars.X;
        for (var place = 0; place < bars.Widths.Count; place++)
        {
            var width = bars.Widths[place] * bars.Module;
            if (place % 2 == 0)
                path.AddRect(SKRect.Create(at, bars.Y, width, bars.Height));
            at += width;
        }
    }

    private static void Add(SKPathBuilder path, Mark.Modules code)
    {
        foreach (var (row, column, width) in code.Matrix.Runs())
            path.AddRect(
                SKRect.Create(
                    code.X + (column * code.Module),
                    code.Y + (row * code.Module),
                    width * code.Module,
                    code.Module
                )
            );
    }
}
