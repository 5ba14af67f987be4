using System.Collections.Immutable;

namespace Medera.Lab;

/// <summary>What acts and rules ask of the lives about donors and patients.</summary>
public static class DonorsFile
{
    extension(Lives lives)
    {
        /// <summary>Every donor and patient.</summary>
        public ImmutableDictionary<SubjectId, Subject> Subjects => lives.Of<SubjectId, Subject>();
    }
}
