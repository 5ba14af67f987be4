using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Support;

internal static partial class Breaches
{
    /// <summary>The erasure that QA asks for: a name and a national number to look for.</summary>
    public static EraseSubject Forget(SubjectId subject) =>
        new(subject, "family-decision", null, "Elif Yılmaz", "12345678901");

    private static Dictionary<string, Func<Decision>> Erasing =>
        new()
        {
            ["desk.incomplete national"] = () =>
                Subjects((lab, _) => lab.Do(Kemal, new RegisterSubject("10000000146", true, true, false, null, null))),
            ["R25 plan"] = () =>
                Subjects(
                    (lab, patient) =>
                    {
                        World.NewPlan(lab, patient, World.ApprovedProtocol(lab, World.Content(Origin.Allogeneic)));
                        return lab.Do(Emre, Forget(patient));
                    }
                ),
            ["R25 batch"] = () => After(Stage.Frozen, Origin.Allogeneic, j => j.Lab.Do(Emre, Forget(j.Donor))),
            ["R25 kept"] = () =>
                After(
                    Stage.Reserved,
                    Origin.Allogeneic,
                    j =>
                    {
                        j.Lab.Must(Kemal, new CancelPlan(j.Plan, "family-decision", null));
                        return j.Lab.Do(Emre, Forget(j.Patient));
                    }
                ),
            ["R25 short"] = () => Subjects((lab, patient) => lab.Do(Emre, Forget(patient) with { Numbers = "12345" })),
            ["R25 reason"] = () =>
                Subjects(
                    (lab, patient) =>
                        lab.Do(Emre, Forget(patient) with { Reason = "other", ReasonText = "ELİF YILMAZ'ın isteği" })
                ),
            ["R25 erased"] = () =>
                Subjects(
                    (lab, patient) =>
                    {
                        lab.Must(Emre, Forget(patient));
                        return lab.Do(Hande, new GiveAssent(patient));
                    }
                ),
        };
}
