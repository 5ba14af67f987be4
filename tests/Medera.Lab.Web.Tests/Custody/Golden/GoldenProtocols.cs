using Medera.Lab.Web.Demonstration;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>Protocols and their specifications: drafted, approved by signature, retired.</summary>
internal static class GoldenProtocols
{
    public static async Task WalkAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var ethics = new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var cord = DemonstrationProtocols.Content(
            Origin.Allogeneic,
            "umbilical cord",
            Route.Intravenous,
            730,
            ethics
        ) with
        {
            MaxPassage = 1,
        };
        var fat = DemonstrationProtocols.Content(Origin.Autologous, "adipose tissue", Route.Intravenous, 365, ethics);
        var draft = new DraftProtocol("UC-IV", 1, cord);
        await lab.Stops("access.role role", "technician", draft);
        await lab.Stops("desk.incomplete range", "qa", draft with { Content = cord with { Sessions = 0 } }, "qc-1");
        await lab.Stops(
            "desk.incomplete title",
            "qa",
            draft with
            {
                Content = cord with { Specification = [Test("which? no one knows")] },
            },
            "qc-1"
        );
        things.Cord = await Drafted(lab, draft);
        await lab.Stops("desk.taken taken", "qa", draft, "qc-1");
        await lab.Stops("R22 protocol", "qa", new RetireProtocol(things.Cord), "qc-1");
        await lab.Stops("R20 proof", "qa", new ApproveProtocol(things.Cord), "qc-1", signed: false);
        await lab.Does("qa", new ApproveProtocol(things.Cord), "qc-1");
        await lab.Stops("R22 protocol", "qa", new ApproveProtocol(things.Cord), "qc-1");

        things.Fat = await Drafted(
            lab,
            new DraftProtocol("AT-IV", 1, fat with { DonorTests = DonorTesting.LeukocyteRich })
        );
        await lab.Does("qa", new ApproveProtocol(things.Fat), "qc-1");
        things.Retired = await Drafted(lab, new DraftProtocol("UC-IV", 2, cord with { Sessions = 1, Signatures = 1 }));
        await lab.Does("qa", new ApproveProtocol(things.Retired), "qc-1");
        await lab.Does("qa", new RetireProtocol(things.Retired), "qc-1");
    }

    private static TestLimit Test(string name) => new(name, Requirement.Mandatory, null, 0.5m, null, "EU/mL");

    private static async Task<ProtocolId> Drafted(GoldenLaboratory lab, DraftProtocol draft) =>
        new(await lab.Makes("protocol", "qa", draft, "qc-1"));
}
