namespace Medera.Lab.Custody;

/// <summary>Lists of those who had a hand in something (rule R9).</summary>
internal static class Hands
{
    extension(IReadOnlyList<PersonId> people)
    {
        /// <summary>With others, each once; the same list where they are all in it.</summary>
        public IReadOnlyList<PersonId> Joined(IEnumerable<PersonId> others) =>
            others.Except(people).ToList() is { Count: > 0 } more ? [.. people, .. more] : people;
    }
}
