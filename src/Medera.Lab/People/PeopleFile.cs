using System.Collections.Immutable;

namespace Medera.Lab;

/// <summary>What acts and rules ask of the lives about accounts and stations.</summary>
public static class PeopleFile
{
    extension(Lives lives)
    {
        /// <summary>Every account.</summary>
        public ImmutableDictionary<PersonId, Person> People => lives.Of<PersonId, Person>();

        /// <summary>Every station.</summary>
        public ImmutableDictionary<StationId, Station> Stations => lives.Of<StationId, Station>();
    }

    extension(CaseFile file)
    {
        /// <summary>The account that the command names.</summary>
        public Person? Person =>
            file.Wanted is INamePerson who ? file.Lives.People.GetValueOrDefault(who.Person) : null;

        /// <summary>Whoever carries the badge scanned; null where nobody does.</summary>
        public Person? Bearer =>
            Named.Every<BadgeCode>(file.Wanted).Select(code => file.Lives.Find(code)).FirstOrDefault();
    }
}
