using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Medera.Lab.Tests.Architecture;

/// <summary>What an assembly uses of others, read from its metadata: method bodies are covered as well as signatures.</summary>
internal static class Metadata
{
    public static IReadOnlyList<string> Assemblies(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(name => name.Name!).Order(StringComparer.Ordinal)];

    /// <summary>Full names of all types of other assemblies that are used.</summary>
    public static IReadOnlyList<string> Types(Assembly assembly) =>
        Read(assembly, reader => reader.TypeReferences.Select(handle => Name(reader, reader.GetTypeReference(handle))));

    /// <summary>All members of other assemblies that are used, as <c>System.Guid.NewGuid</c>.</summary>
    public static IReadOnlyList<string> Members(Assembly assembly) =>
        Read(
            assembly,
            reader =>
                reader
                    .MemberReferences.Select(reader.GetMemberReference)
                    .Where(member => member.Parent.Kind == HandleKind.TypeReference)
                    .Select(member =>
                        $"{Name(reader, reader.GetTypeReference((TypeReferenceHandle)member.Parent))}.{reader.GetString(member.Name)}"
                    )
        );

    private static string Name(MetadataReader reader, TypeReference type) =>
        $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";

    private static List<string> Read(Assembly assembly, Func<MetadataReader, IEnumerable<string>> ask)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        return [.. ask(file.GetMetadataReader()).Distinct().Order(StringComparer.Ordinal)];
    }
}
