using Medera.Lab.Web.Demonstration;
using Route = Medera.Lab.Planning.Route;

namespace Medera.Lab.Web.Donors;

/// <summary>Patients and donors of the demonstration. All of them are made up; their names say so.</summary>
internal sealed class DemonstrationPeople(DemonstrationDesk does, DateTimeOffset began)
{
    private static readonly IReadOnlyList<(
        string Code,
        string Name,
        string Born,
        string Protocol,
        Route Route
    )> Patients =
    [
        ("P-10142", "Sample Child A", "2020-01-01", "AT-IV", Route.Intravenous),
        ("P-10188", "Sample Child B", "2019-05-12", "UC-IV", Route.Intravenous),
        ("P-10204", "Sample Child C", "2018-03-30", "AT-IV", Route.Intravenous),
        ("P-10233", "Sample Child D", "2017-11-08", "AT-IV", Route.Intravenous),
        ("P-10251", "Sample Child E", "2016-07-21", "BM-IT", Route.Intrathecal),
        ("P-10267", "Sample Child F", "2021-02-14", "AT-IV", Route.Intravenous),
        ("P-10281", "Sample Child G", "2019-09-03", "AT-IV", Route.Intravenous),
    ];

    private static readonly IReadOnlyList<(string Code, string Name, string Born)> Donors =
    [
        ("D-20071", "Sample Donor A", "1994-04-04"),
        ("D-20085", "Sample Donor B", "1991-12-19"),
    ];

    private readonly Dictionary<string, Therapy> known = new(StringComparer.Ordinal);

    public Therapy this[string code] => known[code];

    /// <summary>Codes of all patients and donors with their wristbands, for the printed page.</summary>
    public static IEnumerable<(string Code, string Wristband)> Wristbands =>
        Patients.Select(p => p.Code).Concat(Donors.Select(d => d.Code)).Select(c => (c, WristbandOf(c)));

    public IEnumerable<Script> Register(IReadOnlyDictionary<string, ProtocolId> protocols)
    {
        var serial = 400;
        foreach (var patient in Patients)
        {
            var therapy = known[patient.Code] = new Therapy(WristbandOf(patient.Code), patient.Route);
            var coi = $"CHA999926{(++serial).ToString("D6", System.Globalization.CultureInfo.InvariantCulture)}";
            var script = new Script(does, patient.Code);
            script.At(
                0.2,
                async () =>
                {
                    await Known(
                        script,
                        therapy,
                        new RegisterSubject(
                            patient.Code,
                            Donor: true,
                            Patient: true,
                            Minor: true,
                            patient.Name,
                            patient.Born
                        )
                    );
                    await script.Do("clinician", "bedside-1", new AssignCoi(therapy.Patient, coi));
                    await Consented(script, therapy, ConsentKind.Donation, ConsentSigner.Guardian);
                    await Consented(script, therapy, ConsentKind.Treatment, ConsentSigner.Guardian);
                    await script.Do("clinician", null, new GiveAssent(therapy.Patient));
                    await script.Do(
                        "clinician2",
                        null,
                        new DecideSuitability(therapy.Patient, SuitabilityOutcome.Favourable)
                    );
                    // The one whose batch is only planned waits for QC and QA.
                    if (patient.Code is not "P-10281")
                        await Tested(script, therapy, protocols[patient.Protocol]);
                }
            );
            script.At(
                0.4,
                async () =>
                {
                    var first =
                        patient.Code is "P-10142" ? 35
                        : patient.Code is "P-10188" ? 44
                        : patient.Code is "P-10251" ? 47
                        : 58;
                    var interval = patient.Code is "P-10142" ? 7 : 14;
                    var made = await script.Do(
                        "clinician",
                        null,
                        new MakePlan(
                            Subject: therapy.Patient,
                            Protocol: protocols[patient.Protocol],
                            Route: patient.Route,
                            Sessions: 3,
                            FirstOn: began.AddDays(first - 1),
                            IntervalDays: interval,
                            WindowDays: 20,
                            ReasonText: null
                        )
                    );
                    therapy.Plan = new PlanId(DemonstrationDesk.Made(made, "plan"));
                }
            );
            yield return script;
        }
        foreach (var donor in Donors)
        {
            var therapy = known[donor.Code] = new Therapy(WristbandOf(donor.Code), Route.Intravenous);
            var script = new Script(does, donor.Code);
            script.At(
                0.3,
                async () =>
                {
                    await Known(
                        script,
                        therapy,
                        new RegisterSubject(
                            donor.Code,
                            Donor: true,
                            Patient: false,
                            Minor: false,
                            donor.Name,
                            donor.Born
                        )
                    );
                    await Consented(script, therapy, ConsentKind.Donation, ConsentSigner.Self);
                    await Tested(script, therapy, protocols["UC-IV"]);
                }
            );
            yield return script;
        }
    }

    private async Task Consented(Script script, Therapy therapy, ConsentKind kind, ConsentSigner signer)
    {
        await script.Do("clinician", null, new InformSubject(therapy.Patient, kind, "tr"));
        await script.Do(
            "clinician",
            null,
            new GiveConsent(therapy.Patient, kind, "F-12 v3", "tr", signer, began.AddDays(400))
        );
    }

    /// <summary>Every test non-reactive, and the donor eligible by it.</summary>
    private async Task Tested(Script script, Therapy therapy, ProtocolId protocol)
    {
        await script.Do(
            "qc",
            "qc-1",
            new RecordDonorTests(
                therapy.Patient,
                [.. DonorTesting.Always.Select(test => new DonorResult(test, DonorTestOutcome.NonReactive))],
                began
            )
        );
        await script.Do(
            "qa",
            "qc-1",
            new DetermineEligibility(therapy.Patient, protocol, DonorOutcome.Eligible, RiskFactors: false)
        );
    }

    private static async Task Known(Script script, Therapy therapy, RegisterSubject wanted)
    {
        therapy.Patient = new SubjectId(DemonstrationDesk.Made(await script.Do("clinician", null, wanted), "subject"));
        await script.Do(
            "clinician",
            "bedside-1",
            new BindWristband(therapy.Patient, new WristbandCode(therapy.Wristband))
        );
    }

    private static string WristbandOf(string code) => DemonstrationCodes.Make(CodeKind.Wristband, code);
}
