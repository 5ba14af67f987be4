namespace Medera.Lab.Custody;

public static partial class Apply
{
    private static Lives ToSubject(Lives lives, Recorded recorded, SubjectFact fact)
    {
        if (fact is SubjectRegistered born)
            return lives.With(
                new Subject(born.Subject, born.Code, born.Donor, born.Patient, born.Minor, null, null, [], null, null)
            );
        var subject = lives.Subjects[fact.Subject];
        return lives.With(
            fact switch
            {
                CoiAssigned f => subject with { Coi = f.Coi },
                WristbandBound f => subject with { Wristband = f.Wristband },
                WristbandVoided => subject with { Wristband = null },
                SubjectInformed f => subject with
                {
                    Consents = [.. subject.Consents, new Consent(f.Kind, recorded.At)],
                },
                ConsentGiven f => With(
                    subject,
                    f.Kind,
                    c =>
                        c with
                        {
                            GivenAt = recorded.At,
                            Version = f.Form,
                            Language = f.Language,
                            SignedBy = f.SignedBy,
                            ValidUntil = f.ValidUntil,
                        }
                ),
                ConsentWithdrawn f => With(subject, f.Kind, c => c with { WithdrawnAt = recorded.At }),
                AssentGiven => subject with { DissentedAt = null },
                DissentExpressed => subject with { DissentedAt = recorded.At },
                SubjectErased => subject with { ErasedAt = recorded.At },
                DonorFact f => ToDonor(subject, recorded, f),
                SuitabilityDecided f => subject with { Suitability = f.Outcome },
                _ => throw new ImpossibleMoveException($"{fact.GetType().Name} is not known to the fold."),
            }
        );
    }

    private static Subject With(Subject subject, ConsentKind kind, Func<Consent, Consent> change)
    {
        var last =
            subject.ConsentOf(kind)
            ?? throw new ImpossibleMoveException($"Consent to {kind} without its information talk.");
        return subject with { Consents = [.. subject.Consents.Select(c => ReferenceEquals(c, last) ? change(c) : c)] };
    }

    private static Lives ToPerson(Lives lives, PersonFact fact) =>
        fact switch
        {
            AccountOpened f => lives.With(new Person(f.Person, f.UserName, f.Roles)),
            RolesChanged f => lives.With(lives.People[f.Person] with { Roles = f.Roles, Active = f.Active }),
            BadgeBound f => lives.With(lives.People[f.Person] with { Badge = f.Badge }),
            _ => lives,
        };
}
