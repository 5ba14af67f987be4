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
}
