using Medera.Lab.Web.Shared;

namespace Medera.Lab.Web.Release;

/// <summary>What is about to be signed: the words of the dialog and the command behind them.</summary>
public sealed record SignAct(
    Command Wanted,
    string Title,
    string Meaning,
    IReadOnlyList<SignFact> What,
    string Consequence,
    string Action
);
