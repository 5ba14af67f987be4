using System.Data;
using Medera.Lab.Web.Data.Sql;
using Npgsql;

namespace Medera.Lab.Web.Data.Postgres;

/// <summary>
/// Makes a PostgreSQL server ready for the laboratory: database, accounts, the guarded schemas <c>ledger</c> and
/// <c>private</c>, and the empty schemas <c>lab</c> and <c>access</c> that EF's migrations fill afterwards.
/// </summary>
public static class Bootstrap
{
    /// <summary>The accounts that log in, and therefore have a password.</summary>
    public static IReadOnlyList<string> Accounts { get; } = ["lab_migrator", "lab_app", "lab_sequencer", "lab_auditor"];

    /// <summary>Serialises bootstraps: "Lab" in ASCII. Taken in the database postgres, since accounts are the server's.</summary>
    private const long LockKey = 0x4C6162;

    /// <summary>
    /// Creates what is missing and sets the accounts' passwords. Running it again is harmless; running it at the same time
    /// from several places is too, they take turns.
    /// </summary>
    /// <param name="superuser">Connection string of a superuser; the database it names does not matter.</param>
    /// <param name="database">The laboratory's database; created when missing.</param>
    /// <param name="password">The password of each of <see cref="Accounts"/>.</param>
    /// <param name="cancel">Gives up; each file is all or nothing.</param>
    /// <exception cref="LaboratoryCannotStart">The server, the account or the database cannot be used, or a file that
    /// was run here before has been changed since.</exception>
    public static async Task RunAsync(
        string superuser,
        string database,
        Func<string, string> password,
        CancellationToken cancel = default
    )
    {
        // A connection of its own: the lock must outlive every transaction below, and dies with the process.
        await using var server = await OpenAsync(superuser, "postgres", cancel);
        await RefuseUnfitServerAsync(server, cancel);
        await ExecuteAsync(server, $"SELECT pg_advisory_lock({LockKey})", cancel);

        await CreateDatabaseAsync(server, database, cancel);
        await using (var lab = await OpenAsync(superuser, database, cancel))
        {
            await RunFilesAsync(lab, cancel);
        }

        foreach (var account in Accounts)
        {
            await SetPasswordAsync(server, account, password(account), cancel);
        }
    }

    /// <summary>
    /// Takes from everybody the rights on this database that are not ours to give. They belong to the server's record of a
    /// database and not to its content, so CREATE DATABASE … TEMPLATE and a restored dump do not carry them.
    /// </summary>
    /// <param name="superuser">An open connection of a superuser to the copy.</param>
    /// <param name="cancel">Gives up; nothing is changed then.</param>
    public static async Task CloseDatabaseAsync(NpgsqlConnection superuser, CancellationToken cancel = default)
    {
        await using var transaction = await superuser.BeginTransactionAsync(cancel);
        foreach (var file in FrozenSql.In("bootstrap").Where(f => f.EachTime))
        {
            await ExecuteAsync(superuser, file.Text, cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    private static async Task<NpgsqlConnection> OpenAsync(string superuser, string database, CancellationToken cancel)
    {
        // Not pooled: a connection that stays open would hold the database against being copied or dropped.
        var settings = new NpgsqlConnectionStringBuilder(superuser)
        {
            Database = database,
            Pooling = false,
            Multiplexing = false,
            Enlist = false,
            SearchPath = "pg_catalog,pg_temp",
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch (NpgsqlException refused)
        {
            await connection.DisposeAsync();
            throw new LaboratoryCannotStart(
                $"The database {database} cannot be opened as superuser {settings.Username}: {refused.Message.TrimEnd('.')}.",
                refused
            );
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task RefuseUnfitServerAsync(NpgsqlConnection server, CancellationToken cancel)
    {
        if (server.PostgreSqlVersion.Major < 15)
        {
            throw new LaboratoryCannotStart(
                $"PostgreSQL {server.PostgreSqlVersion} is too old for the laboratory: use 15 or newer."
            );
        }

        if (
            await ScalarAsync<bool>(server, "SELECT rolsuper FROM pg_roles WHERE rolname = session_user", cancel)
            is false
        )
        {
            throw new LaboratoryCannotStart(
                "The account that prepares the database must be a superuser: lab_guard can be made in no other way."
            );
        }
    }

    private static async Task CreateDatabaseAsync(NpgsqlConnection server, string database, CancellationToken cancel)
    {
        var shape = await ScalarAsync<string>(
            server,
            """
            SELECT format('%s, %s, %s', pg_encoding_to_char(encoding), datcollate, datctype)
            FROM pg_database WHERE datname = $1
            """,
            cancel,
            database
        );
        if (shape is null)
        {
            var create = await ScalarAsync<string>(
                server,
                "SELECT format('CREATE DATABASE %I TEMPLATE template0 ENCODING ''UTF8'' LOCALE_PROVIDER libc LOCALE ''C''', $1)",
                cancel,
                database
            );
            await ExecuteAsync(server, create!, cancel);
        }
        else if (shape != "UTF8, C, C")
        {
            // Another locale's order changes with the operating system's library, and breaks indexes on text when it does.
            throw new LaboratoryCannotStart(
                $"The database {database} was made with {shape}: the laboratory needs UTF8, C, C, so let it make its own."
            );
        }
    }

    private static async Task RunFilesAsync(NpgsqlConnection lab, CancellationToken cancel)
    {
        var recorded = await ReadBookAsync(lab, cancel);
        var files = FrozenSql.In("bootstrap");
        foreach (var file in files)
        {
            if (recorded.TryGetValue(file.Name, out var before) && !before.AsSpan().SequenceEqual(file.Sha256))
            {
                throw new LaboratoryCannotStart(
                    $"{file.Name} was run on this database with another content: a file is frozen once released, write a new one."
                );
            }
        }

        foreach (var file in files.Where(f => f.EachTime || !recorded.ContainsKey(f.Name)))
        {
            await RunFileAsync(lab, file, cancel);
        }
    }

    private static async Task RunFileAsync(NpgsqlConnection lab, SqlFile file, CancellationToken cancel)
    {
        try
        {
            await using var transaction = await lab.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
            await ExecuteAsync(lab, file.Text, cancel);
            await ExecuteAsync(
                lab,
                "INSERT INTO ledger.bootstrap (name, sha256) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
                cancel,
                file.Name,
                file.Sha256
            );
            await transaction.CommitAsync(cancel);
        }
        catch (PostgresException refused)
        {
            throw new LaboratoryCannotStart($"{file.Name} failed: {refused.MessageText}.", refused);
        }
    }

    private static async Task<Dictionary<string, byte[]>> ReadBookAsync(NpgsqlConnection lab, CancellationToken cancel)
    {
        var book = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (await ScalarAsync<bool>(lab, "SELECT to_regclass('ledger.bootstrap') IS NULL", cancel))
        {
            return book;
        }

        await using var command = new NpgsqlCommand("SELECT name, sha256 FROM ledger.bootstrap", lab);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            book.Add(rows.GetString(0), await rows.GetFieldValueAsync<byte[]>(1, cancel));
        }

        return book;
    }

    private static async Task SetPasswordAsync(
        NpgsqlConnection server,
        string account,
        string password,
        CancellationToken cancel
    )
    {
        // ALTER ROLE takes no parameters, so the server quotes. The password must not reach the server's log on the way.
        await using var transaction = await server.BeginTransactionAsync(cancel);
        await ExecuteAsync(
            server,
            """
            SET LOCAL log_statement = 'none';
            SET LOCAL log_min_duration_statement = -1;
            SET LOCAL log_min_error_statement = 'panic';
            SET LOCAL password_encryption = 'scram-sha-256'
            """,
            cancel
        );
        var alter = await ScalarAsync<string>(
            server,
            "SELECT format('ALTER ROLE %I PASSWORD %L', $1, $2)",
            cancel,
            account,
            password
        );
        await ExecuteAsync(server, alter!, cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancel,
        params object[] values
    )
    {
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<T?> ScalarAsync<T>(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancel,
        params object[] values
    )
    {
        await using var command = Command(connection, sql, values);
        return (T?)await command.ExecuteScalarAsync(cancel);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        // No time limit: waiting for another bootstrap's lock is not an error, and the caller can cancel.
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
