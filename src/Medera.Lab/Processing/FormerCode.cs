namespace Medera.Lab.Processing;

/// <summary>A code that a container bore until it was given another one. It opens nothing, and is never bound again.</summary>
public sealed record FormerCode(string Code, ContainerId Container, DateTimeOffset Until)
    : IThing<FormerCode, string>,
        IDeclared
{
    private static readonly Life<FormerCode> Life = new Life<FormerCode>().Begins<ContainerRelabelled>(
        (fact, told) => new FormerCode(fact.From, fact.Container, told.At)
    );

    static Declared IDeclared.Kind { get; } =
        new("former-code", new("former code", "eski kod"), Icon: "print", Page: null, Code: null, Life);

    /// <inheritdoc/>
    string IThing<FormerCode, string>.Id => Code;
}
