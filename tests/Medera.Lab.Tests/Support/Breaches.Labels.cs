using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.LabelsOfTests;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Support;

internal static partial class Breaches
{
    private static Dictionary<string, Func<Decision>> Labels =>
        new()
        {
            ["R13 not-approved"] = () =>
                After(
                    Stage.Frozen,
                    j => j.Lab.Do(Ayse, PrintOf(j, Drafted(j.Lab, Content(LabelKind.Cryovial)), j.Vial))
                ),
            ["R13 kind"] = () =>
                After(Stage.Frozen, j => j.Lab.Do(Ayse, PrintOf(j, Approved(j.Lab, LabelKind.Badge), j.Vial))),
            ["R13 no-thing"] = () =>
                After(
                    Stage.Frozen,
                    j => j.Lab.Do(Ayse, new PrintThingLabels([j.Vial], Approved(j.Lab, LabelKind.Position), "en", 203))
                ),
            ["R13 no-batch"] = () =>
                After(
                    Stage.Frozen,
                    j =>
                    {
                        var print = j.Lab.Must(
                            Ayse,
                            new PrintThingLabels(
                                [j.Lab.Positions[0].Code],
                                Approved(j.Lab, LabelKind.Position),
                                "en",
                                203
                            )
                        );
                        return j.Lab.Do(
                            Ayse,
                            new VoidLabel(((ThingLabelPrinted)print.Facts[0]).Label, "misprint", null)
                        );
                    }
                ),
            ["R13 differs"] = () =>
                Printing(j => j.Lab.Do(Ayse, ApplyOf(j, j.Vial) with { Scanned = j.Lab.Positions[0].Code })),
            ["R13 other-container"] = () =>
                Printing(j => j.Lab.Do(Ayse, ApplyOf(j, j.Vial) with { Scanned = j.Vials[1] })),
            ["R13 unread"] = () => Printing(j => j.Lab.Do(Ayse, ApplyOf(j, j.Vial) with { Scanned = "10000000146" })),
            ["R13 old-goes-last"] = () =>
                Printing(j =>
                {
                    var old = LabelOf(j, j.Vial).Id;
                    j.Lab.Must(Ayse, ReprintOf(j, j.Lab.Lives.Templates.Keys.Single(), j.Vial));
                    return j.Lab.Do(Ayse, new DestroyLabel(old));
                }),
            ["R13 counts"] = () => Printing(j => j.Lab.Do(Ayse, new ReconcileLabels(j.Batch, 4, 0))),
            ["R13 none"] = () => After(Stage.Frozen, j => j.Lab.Do(Ayse, new ReconcileLabels(j.Batch, 0, 0))),
            ["R13 agrees"] = () =>
                Printing(j =>
                {
                    foreach (var vial in j.Vials)
                        j.Lab.Must(Ayse, ApplyOf(j, vial));
                    return j.Lab.Do(Emre, new SettleLabelCount(j.Batch, 4, 0, "documentation", null));
                }),
            ["R14 live-label"] = () =>
                Printing(j => j.Lab.Do(Ayse, PrintOf(j, j.Lab.Lives.Templates.Keys.Single(), j.Vial))),
            ["R22 template"] = () =>
                Printing(j => j.Lab.Do(Emre, new ApproveTemplate(j.Lab.Lives.Templates.Keys.Single()))),
            ["R22 label"] = () => Printing(j => j.Lab.Do(Ayse, new DestroyLabel(LabelOf(j, j.Vial).Id))),
            ["R22 labels"] = () =>
                Printing(j =>
                {
                    j.GoOn(Stage.PutAway, Stage.Verified);
                    return j.Lab.Do(Emre, new OpenReview(j.Batch));
                }),
            ["R8b labels"] = () =>
                After(
                    Stage.UnderReview,
                    j =>
                    {
                        Printed(j);
                        j.Lab.Must(Emre, new ReviewTrail(j.Batch));
                        return j.Lab.Do(Fatma, new SignRelease(j.Batch));
                    }
                ),
            ["R9 drafted"] = () =>
            {
                var lab = Laboratory.Opened();
                var draft = Drafted(lab, Content(LabelKind.Cryovial));
                lab.Must(Emre, new ChangeTemplateDraft(draft, Content(LabelKind.Tube)));
                return lab.Do(Emre, new ApproveTemplate(draft));
            },
        };

    /// <summary>Each fault of a layout, in a template that somebody tries to approve; what depends on the thing itself, in a label that somebody tries to print.</summary>
    private static Dictionary<string, Func<Decision>> LayoutOfLabels =>
        new()
        {
            ["label.check text-too-wide"] = () => Approving(LabelKind.Position, "title", e => e with { Points = 60 }),
            ["label.check text-too-high"] = () => Approving(LabelKind.Equipment, "title", e => e with { Height = 3 }),
            ["label.check letter-missing"] = () =>
                Filling(j =>
                    j.Lab.Pretend(l =>
                        l.With(
                            j.Lab.Lives.Protocols[j.Protocol] with
                            {
                                Content = World.Content(Origin.Autologous) with { Product = "MSC \u2603" },
                            }
                        )
                    )
                ),
            ["label.check value-missing"] = () =>
                Approving(LabelKind.Position, "title", e => e with { Field = LabelField.Batch, Required = true }),
            ["label.check module-not-whole"] = () =>
                Approving(LabelKind.Cryovial, "code", e => e with { Dots203 = 3.5m }),
            ["label.check module-too-small"] = () => Approving(LabelKind.Cryovial, "code", e => e with { Dots203 = 1 }),
            ["label.check code-too-wide"] = () => Approving(LabelKind.Cryovial, "code", e => e with { Dots203 = 4 }),
            ["label.check code-too-high"] = () => Approving(LabelKind.Cryovial, "code", e => e with { Dots203 = 4 }),
            ["label.check overlap"] = () => Approving(LabelKind.Cryovial, "batch", e => e with { X = 5 }),
            ["label.check outside"] = () => Approving(LabelKind.Cryovial, "batch", e => e with { Y = -1 }),
            ["label.check donor-unknown"] = () =>
                Filling(j => j.Lab.Pretend(l => l.With(j.Lab.Lives.Subjects[j.Donor] with { ErasedAt = j.Lab.Now }))),
            ["label.check statements-homeless"] = () => Approving(LabelKind.Bag, "statements", _ => null),
        };

    private static Decision Printing(Func<Journey, Decision> tried)
    {
        var journey = Journey.To(Stage.Frozen);
        Printed(journey);
        return tried(journey);
    }

    private static Decision Approving(LabelKind kind, string element, Func<TemplateElement, TemplateElement?> change)
    {
        var lab = Laboratory.Opened();
        var content = Content(kind);
        var changed = content with
        {
            Elements = [.. content.Elements.Select(e => e.Name == element ? change(e) : e).OfType<TemplateElement>()],
        };
        return lab.Do(Emre, new ApproveTemplate(Drafted(lab, changed)));
    }

    private static Decision Filling(Action<Journey> change)
    {
        var journey = Journey.To(Stage.Frozen);
        var template = Approved(journey.Lab, LabelKind.Tube);
        change(journey);
        return journey.Lab.Do(Ayse, PrintOf(journey, template, journey.Vial));
    }
}
