using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Medera.Lab.Web.Custody;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>The journey's clock: it stands still until the journey moves it.</summary>
internal sealed class FixedClock(DateTimeOffset began) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = began;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>
/// The journey's identifiers and salts: made from the number of the step, of the decision within it, and of the
/// identifier within that. So a step that takes one more changes nothing in the steps after it, and how many identifiers
/// a decision is offered, and when, changes nothing in the events' own.
/// </summary>
internal sealed class FixedFresh : Fresh
{
    private int step;
    private int decision;
    private int single;

    /// <summary>The next step begins.</summary>
    /// <returns>The identifier of its command.</returns>
    public Guid NextStep()
    {
        (step, decision, single) = (step + 1, 0, 0);
        return Made(0, 0);
    }

    public override Guid Id() => Made(0, ++single);

    public override Guid[] Several(int count)
    {
        decision++;
        return [.. Enumerable.Range(1, count).Select(n => Made(decision, n))];
    }

    /// <summary>One a step: the field is hashed as well, and so the order of a step's fields changes nothing.</summary>
    public override byte[] Salt() =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"salt of step {step}")));

    // A UUIDv7 to look at: the instant counts the steps, the digits behind the version the decisions.
    private Guid Made(int of, int n) =>
        Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"0199{step:x4}-0000-7{of:x3}-8000-{n:x12}"));
}
