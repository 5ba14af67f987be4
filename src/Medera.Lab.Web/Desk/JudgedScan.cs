namespace Medera.Lab.Web.Desk;

/// <summary>A scan with its answer, and which code waits for the next scan where it was refused.</summary>
/// <param name="LeavesFirst">The code was refused for itself, so the first of two goes on waiting: the right one may follow.</param>
/// <param name="Begins">
/// The code begins the next pair. Where two known codes were refused together the older one never waits on: who scans next has the
/// second one's thing in the hand, and the older one may be forgotten.
/// </param>
internal sealed record JudgedScan(Answer Answer, bool LeavesFirst, bool Begins)
{
    /// <summary>Refused, whatever was scanned before it: nobody knows it, or it may not come this way.</summary>
    public static JudgedScan Alone(Answer refused) => new(refused, LeavesFirst: true, Begins: false);

    /// <summary>Answered with what was scanned before it, or sent again. Null: a card, or a scan that is not looked up any more.</summary>
    public static JudgedScan Together(Answer answer, Symbol? second = null) =>
        new(
            answer,
            LeavesFirst: false,
            Begins: answer.Outcome == Outcome.Expecting
                || answer.Outcome == Outcome.Refused && second is { IsBox: false } && Intent.After(second).Count > 0
        );
}
