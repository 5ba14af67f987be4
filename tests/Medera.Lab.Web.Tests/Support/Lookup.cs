namespace Medera.Lab.Web.Tests.Support;

/// <summary>Things by name; an unknown name fails the test.</summary>
public sealed class Lookup<T>(IReadOnlyDictionary<string, T> known)
{
    public T this[string name] => known[name];
    public IEnumerable<string> Names => known.Keys;
}
