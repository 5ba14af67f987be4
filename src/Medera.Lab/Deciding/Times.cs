namespace Medera.Lab.Deciding;

/// <summary>Instants as acts reckon with them.</summary>
public static class Times
{
    extension(CaseFile file)
    {
        /// <summary>When it was done: now, or when a late record says. Shelf life and time after thaw run from there.</summary>
        public DateTimeOffset DoneAt => file.Late?.Happened ?? file.OfflineAt ?? file.Now.At;
    }

    extension(DateTimeOffset at)
    {
        /// <summary>The instant some days on, or other units; never beyond the calendar.</summary>
        /// <param name="unit">Ticks of the unit; a day where none is given.</param>
        public DateTimeOffset Later(decimal count, long unit = TimeSpan.TicksPerDay) =>
            new(
                (long)
                    Math.Clamp(
                        at.UtcTicks + (count * unit),
                        DateTimeOffset.MinValue.UtcTicks,
                        DateTimeOffset.MaxValue.UtcTicks
                    ),
                TimeSpan.Zero
            );
    }
}
