using System.Text;

namespace Medera.Lab.Web.Data.Postgres;

/// <summary>The server's settings, one file that the data directory's own postgresql.conf includes.</summary>
internal static class ServerSettings
{
    public const string FileName = "medera.conf";

    /// <summary>The socket's port is only a part of its name: the folder is ours alone.</summary>
    public const int Port = 5432;

    public static string Text(string socketFolder, bool durable)
    {
        var text = new StringBuilder()
            .AppendLine("# Written by the laboratory at each start; changes made here are lost.")
            .Append("unix_socket_directories = ")
            .AppendLine(Quoted("\"" + socketFolder.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""))
            .Append(
                """
                unix_socket_permissions = 0700
                listen_addresses = ''
                port = 5432
                max_connections = 100
                shared_buffers = 128MB
                max_wal_size = 512MB
                password_encryption = 'scram-sha-256'
                timezone = 'UTC'
                log_timezone = 'UTC'
                # Short statements by index: compiling one costs more than it saves.
                jit = off
                log_destination = 'stderr'
                logging_collector = off
                log_line_prefix = '%m [%p] '
                log_checkpoints = off
                log_autovacuum_min_duration = -1
                # A failed statement and the row that it failed on may name a patient; the log must not.
                log_min_error_statement = panic
                log_error_verbosity = terse

                """
            );
        if (!durable)
            text.AppendLine("fsync = off").AppendLine("synchronous_commit = off").AppendLine("full_page_writes = off");
        return text.ToString();
    }

    private static string Quoted(string value) =>
        "'" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + "'";
}
