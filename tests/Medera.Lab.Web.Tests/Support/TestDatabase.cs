using Npgsql;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>One database of a <see cref="TestCluster"/>, dropped when it is disposed.</summary>
public sealed class TestDatabase(TestCluster cluster, string name) : IAsyncDisposable
{
    /// <summary>The database's name.</summary>
    public string Name => name;

    /// <summary>Folder of the keys of private texts.</summary>
    public string SubjectKeys => cluster.SubjectKeys;

    /// <summary>Connection string of an account, such as <c>lab_app</c>, <c>lab_migrator</c> or <c>lab_auditor</c>.</summary>
    public string As(string account) => cluster.For(account, name);

    /// <summary>Connection string of the superuser.</summary>
    public string AsSuperuser() => cluster.For("postgres", name);

    /// <summary>An open connection of an account; <c>postgres</c> is the superuser.</summary>
    public async Task<NpgsqlConnection> OpenAsync(string account)
    {
        var connection = new NpgsqlConnection(As(account));
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Runs statements as an account, on a connection of their own.</summary>
    /// <returns>The first value of the first row, or null.</returns>
    public async Task<object?> RunAsync(string account, string sql, params object[] values)
    {
        await using var connection = await OpenAsync(account);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteScalarAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var account in (string[])["postgres", "lab_migrator", "lab_app", "lab_sequencer", "lab_auditor"])
        {
            await using var pooled = new NpgsqlConnection(As(account));
            NpgsqlConnection.ClearPool(pooled);
        }

        await cluster.DropAsync(name);
    }
}
