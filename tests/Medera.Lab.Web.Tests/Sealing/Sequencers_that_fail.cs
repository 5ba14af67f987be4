using System.Globalization;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Tests.Support;
using Npgsql;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>Wrong on purpose: all numbers above the highest one seen.</summary>
internal sealed class HighWaterMark
{
    private long mark;

    public List<long> Taken { get; } = [];

    public async Task TakeUpAsync(SealedLog log)
    {
        var found = await log.NumbersAsync(
            "SELECT event_no FROM ledger.event WHERE event_no > $1 ORDER BY event_no",
            mark
        );
        Taken.AddRange(found);
        mark = Math.Max(mark, found.DefaultIfEmpty(0).Max());
    }
}

/// <summary>Wrong on purpose: only what is older than the oldest transaction that still runs.</summary>
internal sealed class UpperBound(ulong oldestRunning)
{
    public List<long> Taken { get; } = [];

    /// <summary>Said by the test: the server counts the transactions of other tests too.</summary>
    public ulong OldestRunning { get; set; } = oldestRunning;

    public async Task TakeUpAsync(SealedLog log)
    {
        foreach (
            var number in await log.NumbersAsync(
                "SELECT event_no FROM ledger.event WHERE xid < $1::text::xid8 ORDER BY event_no",
                OldestRunning.ToString(CultureInfo.InvariantCulture)
            )
        )
            if (!Taken.Contains(number))
                Taken.Add(number);
    }
}
