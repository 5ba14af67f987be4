using System.Globalization;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>One change of a database by somebody who may do everything.</summary>
/// <param name="First">Log index of the first event that is not as it was, where one can be named.</param>
public sealed record Tampering(string Name, string Sql, long? First);

/// <summary>The operators of tests-and-faults §2.4, on rows drawn by the number of the change: the same in each run.</summary>
public static class Tamperings
{
    private const string Bodies =
        "WITH b AS (SELECT event_id, {0} AS body FROM ledger.event WHERE event_no = (SELECT event_no FROM ledger.log_entry WHERE idx = {1})) UPDATE ledger.event AS e SET body = b.body{2} FROM b WHERE e.event_id = b.event_id";

    /// <summary>What a change of a body carries along, so that the table's own check does not give it away.</summary>
    private const string WithLeaf = ", leaf = sha256('\\x00'::bytea || b.body)";

    private static readonly (string Name, Func<long, long, long, (string Sql, bool Named)> Make)[] Operators =
    [
        (
            "one bit of a body, and its leaf",
            (at, _, n) =>
                (
                    Body(
                        $"set_bit(body, ({n} % (length(body) * 8))::int, 1 - get_bit(body, ({n} % (length(body) * 8))::int))",
                        at
                    ),
                    true
                )
        ),
        (
            "one letter of a body, and its leaf",
            (at, _, n) =>
                (
                    Body(
                        $"convert_to(overlay(convert_from(body, 'UTF8') PLACING 'x' FROM ({n} % length(body))::int + 1 FOR 1) || ' ', 'UTF8')",
                        at
                    ),
                    true
                )
        ),
        (
            "a look-alike letter",
            (at, _, _) => (Body("convert_to(replace(convert_from(body, 'UTF8'), 'a', 'а'), 'UTF8')", at), true)
        ),
        (
            "1.0 against 1.00",
            (at, _, _) =>
                (Body("convert_to(replace(convert_from(body, 'UTF8'), '\"v\":1', '\"v\":1.0'), 'UTF8')", at), true)
        ),
        (
            "an empty text against nothing",
            (at, _, _) =>
                (
                    Body(
                        "convert_to(replace(convert_from(body, 'UTF8'), '{\"about\":', '{\"\":\"\",\"about\":'), 'UTF8')",
                        at
                    ),
                    true
                )
        ),
        (
            "a body of another event",
            (at, other, _) =>
                (
                    Body(
                        $"(SELECT o.body FROM ledger.event AS o WHERE o.event_no = (SELECT event_no FROM ledger.log_entry WHERE idx = {Text(other)}))",
                        at
                    ),
                    true
                )
        ),
        (
            "the body, leaf and log entry together",
            (at, _, _) =>
                (
                    Body("convert_to(replace(convert_from(body, 'UTF8'), '\"v\":1', '\"v\":2'), 'UTF8')", at)
                        + $"; UPDATE ledger.log_entry AS l SET leaf = e.leaf FROM ledger.event AS e WHERE e.event_no = l.event_no AND l.idx = {Text(at)}",
                    true
                )
        ),
        (
            "two events swapped in the log",
            (at, other, _) =>
                (
                    $"UPDATE ledger.log_entry SET idx = -1 - idx WHERE idx IN ({Text(at)}, {Text(other)}); UPDATE ledger.log_entry SET idx = {Text(at + other)} - (-1 - idx) WHERE idx < 0",
                    true
                )
        ),
        (
            "an event deleted",
            (at, _, _) =>
                (
                    $"DELETE FROM ledger.event WHERE event_no = (SELECT event_no FROM ledger.log_entry WHERE idx = {Text(at)})",
                    true
                )
        ),
        ("a log entry deleted", (at, _, _) => ($"DELETE FROM ledger.log_entry WHERE idx = {Text(at)}", true)),
        (
            "a leaf of a log entry",
            (at, _, n) =>
                (
                    $"UPDATE ledger.log_entry SET leaf = set_bit(leaf, {Text(n % 256)}, 1 - get_bit(leaf, {Text(n % 256)})) WHERE idx = {Text(at)}",
                    false
                )
        ),
        (
            "a stream of a log entry",
            (at, other, _) =>
                (
                    $"UPDATE ledger.log_entry SET stream_no = (SELECT stream_no FROM ledger.log_entry WHERE idx = {Text(other)}), version = (SELECT version FROM ledger.log_entry WHERE idx = {Text(other)}) WHERE idx = {Text(at)}",
                    false
                )
        ),
        (
            "a version of an event",
            (at, _, n) =>
                (
                    $"UPDATE ledger.event SET version = version + {Text(100_000 + n)} WHERE event_no = (SELECT event_no FROM ledger.log_entry WHERE idx = {Text(at)})",
                    true
                )
        ),
        (
            "a hash of a tile",
            (_, _, n) =>
                (
                    $"UPDATE ledger.tile SET hashes = set_bit(hashes, {Text(n * 37 % 65_536)}, 1 - get_bit(hashes, {Text(n * 37 % 65_536)})) WHERE level = 0 AND n = 0",
                    false
                )
        ),
        ("a tile deleted", (_, _, _) => ("DELETE FROM ledger.tile WHERE level = 0 AND n = 0", false)),
        (
            "the root of a checkpoint",
            (_, _, _) =>
                (
                    "UPDATE ledger.checkpoint SET note = replace(note, split_part(note, E'\\n', 3), encode(sha256(convert_to(note, 'UTF8')), 'base64'))",
                    false
                )
        ),
        (
            "the size of a checkpoint",
            (_, _, _) =>
                (
                    "UPDATE ledger.checkpoint SET note = replace(note, E'\\n' || split_part(note, E'\\n', 2) || E'\\n', E'\\n' || (split_part(note, E'\\n', 2)::bigint - 1)::text || E'\\n')",
                    false
                )
        ),
        (
            "a signature",
            (_, _, _) => ("UPDATE ledger.checkpoint SET note = left(note, -6) || 'AAAA' || E'=\\n'", false)
        ),
        (
            "the tail of events",
            (at, _, _) =>
                (
                    $"DELETE FROM ledger.event WHERE event_no IN (SELECT event_no FROM ledger.log_entry WHERE idx >= {Text(at)}); DELETE FROM ledger.log_entry WHERE idx >= {Text(at)}",
                    true
                )
        ),
    ];

    /// <summary>Every operator.</summary>
    public static IEnumerable<string> Names => Operators.Select(o => o.Name);

    /// <summary>The n-th change of a log of a size.</summary>
    public static Tampering Of(int n, long size)
    {
        var (name, make) = Operators[n % Operators.Length];
        // First, last, and all over between: a step that is prime to the size meets every row in time.
        var at =
            n < Operators.Length ? 0
            : n < 2 * Operators.Length ? size - 1
            : (n * 7_919L) % size;
        var other = (at + 1 + (n * 104_729L % (size - 1))) % size;
        var (sql, named) = make(at, other, n);
        return new Tampering(
            name,
            sql,
            named ? Math.Min(at, name.StartsWith("two events", StringComparison.Ordinal) ? other : at) : null
        );
    }

    private static string Body(string expression, long at) =>
        string.Format(CultureInfo.InvariantCulture, Bodies, expression, Text(at), WithLeaf);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
