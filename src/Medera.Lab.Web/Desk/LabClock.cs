using System.Globalization;

namespace Medera.Lab.Web.Desk;

/// <summary>
/// The desk's time. In a demonstration a file "clock" in the data folder (whole seconds of offset from the machine's clock, forward
/// only) moves it; nobody else reads that file. With any other origin such a file makes the start refuse.
/// </summary>
public sealed class LabClock(TimeProvider machine, LabSettings settings)
{
    private readonly Lock gate = new();
    private readonly string file = Path.Combine(settings.DataFolder, "clock");
    private DateTime written;
    private long offset;

    /// <summary>Seconds that the desk's time lies from the machine's.</summary>
    public long OffsetSeconds => Interlocked.Read(ref offset);

    /// <summary>The machine's clock: for waiting, and for nothing that is recorded.</summary>
    internal TimeProvider Machine => machine;

    /// <summary>Called when the clock was moved: the desk records it.</summary>
    public event Action<long>? Moved;

    /// <summary>The desk's time in UTC, cut to whole microseconds, which is what log and database keep.</summary>
    public DateTimeOffset Now =>
        CanonicalValues.WholeMicroseconds(machine.GetUtcNow().AddSeconds(OffsetSeconds).ToUniversalTime());

    /// <summary>The desk's time, or that of what was recorded last where it is later: recorded time never decreases.</summary>
    public DateTimeOffset NotBefore(DateTimeOffset recorded) => recorded > Now ? recorded : Now;

    /// <summary>Refuses a clock file beside a log that is no demonstration; takes over the offset of one that is.</summary>
    /// <exception cref="LaboratoryCannotStart">There is a clock file, and the log is real.</exception>
    public void Open()
    {
        if (!File.Exists(file))
            return;
        if (!settings.Demonstration)
            throw new LaboratoryCannotStart(
                $"{file} would move the clock, and the log {settings.Origin} is no demonstration: remove the file."
            );
        written = File.GetLastWriteTimeUtc(file);
        Interlocked.Exchange(ref offset, Read() ?? 0);
    }

    /// <summary>Looks whether the file was changed. A clock set back is ignored: recorded time never decreases.</summary>
    public void Look()
    {
        if (!settings.Demonstration)
            return;
        long to;
        lock (gate)
        {
            var at = File.GetLastWriteTimeUtc(file);
            if (at == written || !File.Exists(file))
                return;
            written = at;
            if (Read() is not { } seconds || seconds <= OffsetSeconds)
                return;
            to = seconds;
            Interlocked.Exchange(ref offset, to);
        }
        Moved?.Invoke(to);
    }

    /// <summary>Moves the clock to an offset, as the demonstration does while it is made. May only be called before the laboratory serves, or forward.</summary>
    public void Set(long seconds)
    {
        if (!settings.Demonstration)
            throw new InvalidOperationException("Only a demonstration's clock is moved.");
        lock (gate)
        {
            Interlocked.Exchange(ref offset, seconds);
            File.WriteAllText(file, seconds.ToString(CultureInfo.InvariantCulture));
            written = File.GetLastWriteTimeUtc(file);
        }
    }

    private long? Read() =>
        long.TryParse(
            File.ReadAllText(file).Trim(),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var seconds
        )
            ? seconds
            : null;
}
