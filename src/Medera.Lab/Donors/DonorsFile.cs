using System.Collections.Immutable;

namespace Medera.Lab;

/// <summary>What acts and rules ask of the lives about donors and patients.</summary>
public static class DonorsFile
{
    extension(Lives lives)
    {
        /// <summary>The patient of a code, as somebody typed it; null: nobody here.</summary>
        public Subject? PatientOf(string code) =>
            lives.Subjects.Values.FirstOrDefault(s => s.Patient && s.Code == code.Trim());

        /// <summary>Every donor and patient.</summary>
        public ImmutableDictionary<SubjectId, Subject> Subjects => lives.Of<SubjectId, Subject>();

        /// <summary>Wristbands that were voided, by their codes.</summary>
        public ImmutableDictionary<string, FormerWristband> FormerWristbands => lives.Of<string, FormerWristband>();
    }

    extension(CaseFile file)
    {
        /// <summary>The donor or patient that the command names, or the patient of its plan.</summary>
        public Subject? Subject =>
            file.Wanted is INameSubject about ? file.Lives.Subjects.GetValueOrDefault(about.Subject)
            : file.Plan is { } plan ? file.Lives.Subjects.GetValueOrDefault(plan.Patient)
            : null;

        /// <summary>The same, where it is needed.</summary>
        public Subject TheSubject => file.Subject ?? throw new MissingPartException("subject");

        /// <summary>Whoever wears the wristband scanned; null where nobody does.</summary>
        public Subject? Wearer =>
            Named.Every<WristbandCode>(file.Wanted).Select(code => file.Lives.Find(code)).FirstOrDefault();

        /// <summary>
        /// What was matched or confirmed by the wristband that somebody wore until now: it lapses with the wristband, and is done again
        /// with the new one.
        /// </summary>
        public IReadOnlyList<Fact> LapsesOf(SubjectId wearer) =>
            [
                .. file
                    .Lives.Containers.Values.Where(c => c.Reserved?.Patient == wearer && c.IsChecked)
                    .Select(c => new BedsideMatchLapsed(c.Batch, c.Id)),
                .. file
                    .Lives.Plans.Values.Where(p => p.Patient == wearer && p.State == PlanState.Active)
                    .SelectMany(p =>
                        p.Sessions.Where(s => s.State == SessionState.Ready)
                            .Select(s => new SessionPostponed(p.Id, wearer, s.Number))
                    ),
            ];

        /// <summary>The donor of the batch.</summary>
        public Subject? Donor => file.Batch is { } batch ? file.Lives.Subjects.GetValueOrDefault(batch.Donor) : null;

        /// <summary>The same, where it is needed.</summary>
        public Subject TheDonor => file.Donor ?? throw new MissingPartException("donor");
    }
}
