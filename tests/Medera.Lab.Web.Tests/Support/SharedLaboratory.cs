namespace Medera.Lab.Web.Tests.Support;

/// <summary>A served laboratory whose log is sealed, once for a class: for tests that only read, or are refused.</summary>
public sealed class SharedLaboratory(TestCluster cluster) : IAsyncLifetime
{
    /// <summary>The laboratory; nobody changes it.</summary>
    public TestLaboratory Lab { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        await Lab.SealAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Lab.DisposeAsync();
}
