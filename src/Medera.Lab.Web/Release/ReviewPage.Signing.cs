using System.Diagnostics;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Shared;

namespace Medera.Lab.Web.Release;

/// <content>What each signature of a review says: what, in which meaning, with which consequence.</content>
public sealed partial class ReviewPage
{
    private SignAct ToSign(Command wanted)
    {
        var number = view!.Batch.Number;
        var action = Wording.Word(CommandCatalogue.Find(wanted).Name);
        return wanted switch
        {
            VerifyResults c => new SignAct(
                c,
                T["Review.SignVerifyTitle", number],
                T["Review.SignVerifyMeaning"],
                Facts(c, new SignFact(T["Review.Results"], string.Join(", ", c.Tests))),
                T["Review.SignVerifyThen"],
                action
            ),
            CloseDeviation c => new SignAct(
                c,
                T["Review.SignCloseTitle", number],
                T["Review.SignCloseMeaning"],
                Facts(c, new SignFact(T["Review.Reason"], Reason(c.Reason, c.ReasonText))),
                T["Review.SignCloseThen"],
                action
            ),
            ReviewTrail c => new SignAct(
                c,
                T["Review.SignTrailTitle", number],
                T["Review.SignTrailMeaning"],
                Facts(c, new SignFact(T["Review.TrailLabel"], T["Review.TrailCount", view.Batch.Unreviewed])),
                T["Review.SignTrailThen"],
                action
            ),
            RejectBatch c => new SignAct(
                c,
                T["Review.SignRejectTitle", number],
                T["Review.SignRejectMeaning"],
                Facts(c, new SignFact(T["Review.Reason"], Reason(c.Reason, c.ReasonText))),
                T["Review.SignRejectThen"],
                action
            ),
            RevokeRelease c => new SignAct(
                c,
                T["Review.SignRevokeTitle", number],
                T["Review.SignRevokeMeaning"],
                Facts(c, new SignFact(T["Review.Reason"], Reason(c.Reason, c.ReasonText))),
                T["Review.SignRevokeThen"],
                action
            ),
            SignRelease c => new SignAct(
                c,
                T["Review.SignReleaseTitle", number],
                ReleaseMeaning,
                Facts(c, [.. OfRelease()]),
                SecondSigns || view.Protocol.Content.Signatures < 2
                    ? T["Review.SignReleaseThenLast"]
                    : T["Review.SignReleaseThenFirst"],
                action
            ),
            _ => throw new UnreachableException($"A {wanted.GetType().Name} is not signed here."),
        };
    }

    private string ReleaseMeaning =>
        view!.Patient is { } patient
            ? T["Review.SignReleaseMeaningFor", view.Protocol.Code, view.Protocol.Edition, patient.Code]
            : T["Review.SignReleaseMeaning", view.Protocol.Code, view.Protocol.Edition];

    private IEnumerable<SignFact> OfRelease()
    {
        yield return new SignFact(T["Review.Containers"], T["Review.ContainersOf", view!.Batch.Products]);
        yield return new SignFact(
            T["Review.Checks"],
            T[
                "Review.ChecksOf",
                view.Results.Count(r => r is { Current: true, Passed: true, VerifiedBy: not null }),
                view.Deviations.Count(d => d.State == DeviationState.Closed)
            ]
        );
        if (view.Batch.Expiry is { } expiry)
            yield return new SignFact(T["Review.Expires"], Stamp.Full(Time.Local(expiry)));
        yield return new SignFact(
            T["Review.Version"],
            view.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    private IReadOnlyList<SignFact> Facts(Command wanted, params SignFact[] more) =>
        [
            new SignFact(T["Review.Batch"], view!.Batch.Number),
            new SignFact(T["Review.ProductLabel"], view.Protocol.Content.Product),
            .. more,
            new SignFact(T["Review.MeaningLabel"], Wording.Word(CommandCatalogue.Find(wanted).Signs ?? "")),
        ];

    private static string Reason(string reason, string? text) =>
        text is null ? Wording.Word(reason) : $"{Wording.Word(reason)}: {text}";
}
