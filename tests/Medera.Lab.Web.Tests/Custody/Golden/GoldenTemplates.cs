using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>Label templates from the draft to the waste, and labels of things that belong to no batch.</summary>
internal static class GoldenTemplates
{
    public static async Task WalkAsync(GoldenLaboratory lab, GoldenThings things)
    {
        await DraftAsync(lab, things);
        things.Position = await Drafted(lab, "technician", LabelKind.Position, "position");
        await lab.Stops("R13 not-approved", "technician", Print(things.Position, Places[0]));
        await lab.Does("qa", new ApproveTemplate(things.Position), "qc-1");
        await lab.Does("technician", Print(things.Position, Places[0], Places[1]));
        await lab.Does("admin", Print(things.Position, Places[2]) with { Language = "tr", Dpi = 300 }, null);
        await lab.Stops("R13 kind", "technician", Print(things.Position, PieceCode("Incubator 1")));
        await lab.Stops("R13 no-thing", "technician", Print(things.Position, Of(CodeKind.Position, "golden nowhere")));
        await lab.Stops("desk.incomplete field", "technician", Print(things.Position, Places[0]) with { Dpi = 600 });
        await lab.Stops("desk.incomplete range", "technician", Print(things.Position));
    }

    private static async Task DraftAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var content = TemplateContent.From(BuiltInTemplates.Find(LabelKind.Cryovial));
        things.OldCryovial = await Drafted(lab, "technician", LabelKind.Cryovial, "cryovial");
        await lab.Stops("access.role role", "nurse", new DraftTemplate("cryovial", content), "bedside-1");
        await lab.Stops("desk.incomplete range", "technician", new DraftTemplate("wide", content with { Width = 1 }));

        await lab.Does("technician2", new ChangeTemplateDraft(things.OldCryovial, content with { Width = 20 }));
        await lab.Stops(
            "label.check outside, label.check outside, label.check outside, label.check outside",
            "qa",
            new ApproveTemplate(things.OldCryovial),
            "qc-1"
        );
        await lab.Does("qa", new ChangeTemplateDraft(things.OldCryovial, content), "qc-1");
        await lab.Stops("R9 drafted", "qa", new ApproveTemplate(things.OldCryovial), "qc-1");

        things.OldCryovial = await Drafted(lab, "technician", LabelKind.Cryovial, "vial");
        await lab.Stops("access.role role", "technician", new ApproveTemplate(things.OldCryovial));
        await lab.Stops("R20 proof", "qa", new ApproveTemplate(things.OldCryovial), "qc-1", signed: false);
        await lab.Does("qa", new ApproveTemplate(things.OldCryovial), "qc-1");
        await lab.Stops("R22 template", "technician", new ChangeTemplateDraft(things.OldCryovial, content));
        // The next version of the name: the one before is retired by the same signature.
        things.Cryovial = await Drafted(lab, "technician2", LabelKind.Cryovial, "vial");
        await lab.Does("qa", new ApproveTemplate(things.Cryovial), "qc-1");

        var tube = await Drafted(lab, "qc", LabelKind.Tube, "tube");
        await lab.Stops("R22 template", "qa", new RetireTemplate(tube), "qc-1");
        await lab.Does("qa", new ApproveTemplate(tube), "qc-1");
        await lab.Does("qa", new RetireTemplate(tube), "qc-1");
    }

    private static PrintThingLabels Print(LabelTemplateId template, params string[] codes) =>
        new(codes, template, "en", 203);

    private static async Task<LabelTemplateId> Drafted(GoldenLaboratory lab, string who, LabelKind kind, string name) =>
        new(
            await lab.Makes("template", who, new DraftTemplate(name, TemplateContent.From(BuiltInTemplates.Find(kind))))
        );
}
