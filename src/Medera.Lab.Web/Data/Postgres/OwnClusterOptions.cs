namespace Medera.Lab.Web.Data.Postgres;

/// <summary>Where the application's own PostgreSQL lives and how careful it is.</summary>
/// <param name="Folder">
/// The data folder: holds <c>postgres/</c>, <c>secrets/</c>, <c>keys/</c>, <c>attachments/</c>, <c>owner.lock</c> and
/// <c>init.ok</c>. Made when it is missing.
/// </param>
public sealed record OwnClusterOptions(string Folder)
{
    /// <summary>False turns fsync and full page writes off: for tests, whose data nobody wants after a crash.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Folder of the PostgreSQL binaries, or null to look for them.</summary>
    public string? Binaries { get; init; }

    /// <summary>The port that the application will serve on, told to whoever finds the folder busy; null when not known yet.</summary>
    public int? Port { get; init; }
}
