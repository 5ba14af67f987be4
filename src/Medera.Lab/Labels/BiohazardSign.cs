namespace Medera.Lab.Labels;

/// <summary>
/// The biohazard symbol, after the proportions of 29 CFR 1910.145(f)(8)(ii): three open rings of diameter 30 about a centre, their openings of
/// diameter 21, and a ring across them.
/// </summary>
internal static class BiohazardSign
{
    private const double Blade = 15,
        Centres = 11,
        Opening = 10.5,
        Openings = 15,
        Gap = 1,
        Mouth = 4,
        Middle = 3,
        RingInside = 10,
        RingOutside = 13.5;

    // From the centre of the sign: 26 up, 20.5 down.
    private const double Up = 26,
        High = 49.1;

    private static readonly double[] Directions = [90, 210, 330];

    /// <summary>The sign in a square, black on white.</summary>
    public static IEnumerable<Mark> In(decimal x, decimal y, decimal side)
    {
        var scale = (double)side / High;
        var sign = new Sign((double)x + ((double)side / 2), (double)y + (Up * scale), scale);
        return
        [
            .. Each(d => sign.Disc(d, Centres, Blade, Ink.Black)),
            .. Each(d => sign.Disc(d, Openings, Opening, Ink.White)),
            .. Each(d => sign.Slot(d, Openings, Up + 1, Mouth)),
            .. Each(d => sign.Slot(d, 0, Openings, Gap)),
            sign.Disc(0, 0, Middle, Ink.White),
            .. Each(sign.Arc),
        ];
    }

    private static IEnumerable<Mark> Each(Func<double, Mark> draw) =>
        Directions.Select(direction => draw(direction * Math.PI / 180));

    private sealed record Sign(double X, double Y, double Scale)
    {
        public Mark Disc(double direction, double away, double radius, Ink ink)
        {
            var (x, y) = At(direction, away);
            return new Mark.Round(
                x - (decimal)(radius * Scale),
                y - (decimal)(radius * Scale),
                (decimal)(2 * radius * Scale),
                (decimal)(2 * radius * Scale),
                ink
            );
        }

        // A white bar along a direction.
        public Mark Slot(double direction, double from, double to, double width) =>
            new Mark.Figure(
                [
                    Beside(direction, from, width / 2),
                    Beside(direction, to, width / 2),
                    Beside(direction, to, -width / 2),
                    Beside(direction, from, -width / 2),
                ],
                Ink.White
            );

        // The part of the ring that lies within an opening, a gap away from its edge.
        public Mark Arc(double direction) =>
            new Mark.Figure([.. Bow(direction, RingOutside, 1), .. Bow(direction, RingInside, -1)], Ink.Black);

        private IEnumerable<(decimal X, decimal Y)> Bow(double direction, double radius, int sense)
        {
            var reach = Opening - Gap;
            var half = Math.Acos(
                ((radius * radius) + (Openings * Openings) - (reach * reach)) / (2 * radius * Openings)
            );
            return Enumerable.Range(-8, 17).Select(step => At(direction + (sense * half * step / 8), radius));
        }

        private (decimal X, decimal Y) Beside(double direction, double away, double aside) =>
            (
                (decimal)(X + (((away * Math.Cos(direction)) - (aside * Math.Sin(direction))) * Scale)),
                (decimal)(Y - (((away * Math.Sin(direction)) + (aside * Math.Cos(direction))) * Scale))
            );

        private (decimal X, decimal Y) At(double direction, double away) => Beside(direction, away, 0);
    }
}
