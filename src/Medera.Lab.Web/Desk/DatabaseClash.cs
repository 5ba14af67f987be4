using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>A fact's stream was not among the locked ones: what the command names changed meanwhile.</summary>
internal sealed class StreamNotLockedException() : Exception("A stream was not locked.");

/// <summary>
/// Somebody was faster on a natural key, or two waited for each other: the desk looks again, and lets the rules say what they see.
/// </summary>
internal static class DatabaseClash
{
    /// <summary>What the database said, by itself or to EF; null where it was something else.</summary>
    public static PostgresException? Find(Exception error) =>
        error as PostgresException ?? error.InnerException as PostgresException;

    /// <summary>Whether another attempt may see something else.</summary>
    public static bool MayPass(PostgresException error) =>
        error.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
        || (error.SqlState == PostgresErrorCodes.UniqueViolation && error.ConstraintName != "command_pkey");

    /// <summary>The field that a unique index keeps, as a form names it: people do not read the names of indexes.</summary>
    public static string FieldOf(string? index) =>
        index switch
        {
            "ix_batch_site_id_number" => "number",
            "ix_person_site_id_user_name" => "userName",
            "ix_subject_site_id_coi" => "coi",
            "ix_subject_site_id_wristband" => "wristband",
            "ix_container_one_occupant" => "position",
            "ix_result_one_current" => "test",
            "ix_label_one_live" => "container",
            "ix_box_site_id_tank_rack_name"
            or "ix_label_template_site_id_name_edition"
            or "ix_label_template_one_in_force" => "name",
            _ when index?.EndsWith("_site_id_name", StringComparison.Ordinal) == true => "name",
            _ => "code",
        };
}
