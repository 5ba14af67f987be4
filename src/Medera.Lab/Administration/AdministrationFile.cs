namespace Medera.Lab;

/// <summary>What acts at the bedside ask of the case file: whom something is given to, and as which session.</summary>
public static class AdministrationFile
{
    extension(CaseFile file)
    {
        /// <summary>Who was really given something, where the command says so; null where it says nothing or names nobody here.</summary>
        public Subject? Recipient =>
            file.Wanted is INameRecipient { GivenTo: { } to } ? file.Lives.PatientOf(to) : null;

        /// <summary>The session that the container is kept for, where there is one.</summary>
        public Session? Session =>
            file.Plan is { } plan && file.Container?.Reserved is { } reserved && reserved.Plan == plan.Id
                ? plan.Session(reserved.Session)
                : null;

        /// <summary>
        /// Who gets it, and as which session. Kept for nobody: the tables and rules say no to it, and a late record says what happened all
        /// the same.
        /// </summary>
        public Reservation GivenAs =>
            file.GivenToAnother is { } other
                ? new Reservation(default, 0, other.Id)
                : file.TheContainer.Reserved ?? new Reservation(default, 0, default);

        /// <summary>What is told of the session. Where somebody else got it, no session of the patient that it was kept for began or was given.</summary>
        public IReadOnlyList<Fact> OfSession(Func<Reservation, Fact> fact) =>
            file.GivenToAnother is null && file.TheContainer.Reserved is { } kept ? [fact(kept)] : [];

        private Subject? GivenToAnother =>
            file.Recipient is { } got && got.Id != file.TheContainer.Reserved?.Patient ? got : null;
    }
}
