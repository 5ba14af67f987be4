using System.Globalization;

namespace Medera.Lab.Ledger;

/// <summary>A witness as a policy names it.</summary>
/// <param name="Name">Its name in the policy, which is not the name of its key.</param>
/// <param name="Url">Where it listens; null where nobody here has to reach it.</param>
public sealed record PolicyWitness(string Name, NoteKey Key, Uri? Url);

/// <summary>
/// Whose keys are believed and how many witnesses must have cosigned (C2SP tlog-policy). Lines, in any number: <c>log VKEY [URL]</c>,
/// <c>witness NAME VKEY [URL]</c>, <c>group NAME K|any|all MEMBER…</c>; one line <c>quorum NAME|none</c>; empty lines, and comments after
/// <c>#</c>. A group's members are witnesses here: groups of groups are refused, as nobody here needs them.
/// </summary>
public sealed record Policy(IReadOnlyList<NoteKey> Logs, IReadOnlyList<PolicyWitness> Witnesses, WitnessPolicy Quorum)
{
    private const int MaxChars = 65_536;

    /// <exception cref="Malformed">A line is none of these, a name is there twice or not there, or there is no quorum.</exception>
    public static Policy Parse(string text)
    {
        if (text.Length > MaxChars)
            throw new Malformed("A policy has at most 65,536 characters.");
        var reading = new Reading();
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split('#')[0].Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
                reading.Take(words);
        }

        return reading.Policy();
    }

    private sealed class Reading
    {
        private readonly List<NoteKey> logs = [];
        private readonly List<PolicyWitness> witnesses = [];
        private readonly Dictionary<string, WitnessPolicy> names = new(StringComparer.Ordinal)
        {
            ["none"] = new WitnessPolicy([], 0),
        };
        private WitnessPolicy? quorum;

        public void Take(string[] words)
        {
            switch (words)
            {
                case ["log", var key, ..] when words.Length <= 3:
                    logs.Add(NoteKey.Parse(key));
                    break;
                case ["witness", var name, var key]:
                    AddWitness(name, key, null);
                    break;
                case ["witness", var name, var key, var url]:
                    AddWitness(
                        name,
                        key,
                        Uri.TryCreate(url, UriKind.Absolute, out var at) && at.Scheme is "http" or "https"
                            ? at
                            : throw new Malformed("A witness listens at an http or https address.")
                    );
                    break;
                case ["group", var name, var many, .. { Length: > 0 } members]:
                    Name(name, Group(many, members));
                    break;
                case ["quorum", var name] when quorum is null:
                    quorum = names.GetValueOrDefault(name) ?? throw new Malformed("The quorum names nobody known.");
                    break;
                default:
                    throw new Malformed("A line of the policy is none of: log, witness, group, one quorum.");
            }
        }

        public Policy Policy() => new(logs, witnesses, quorum ?? throw new Malformed("The policy names no quorum."));

        private void AddWitness(string name, string vkey, Uri? url)
        {
            var key = NoteKey.Parse(vkey);
            if (key.Kind != SignatureKind.Cosignature)
                throw new Malformed("A witness's key makes cosignatures (type 04).");
            if (witnesses.Exists(w => w.Key.PublicBytes.Span.SequenceEqual(key.PublicBytes.Span)))
                throw new Malformed("A witness's key is there twice.");
            witnesses.Add(new PolicyWitness(name, key, url));
            Name(name, new WitnessPolicy([key], 1));
        }

        private WitnessPolicy Group(string many, string[] members)
        {
            var keys = members
                .Select(m =>
                    witnesses.Find(w => w.Name == m)?.Key
                    ?? throw new Malformed("A group's member is no witness named before.")
                )
                .Distinct()
                .ToList();
            var needed = many switch
            {
                "any" => 1,
                "all" => keys.Count,
                _ when int.TryParse(many, NumberStyles.None, CultureInfo.InvariantCulture, out var k)
                        && k >= 1
                        && k <= keys.Count => k,
                _ => throw new Malformed("A group asks for any, all, or a number of its members."),
            };
            return new WitnessPolicy(keys, needed);
        }

        private void Name(string name, WitnessPolicy meant)
        {
            if (!names.TryAdd(name, meant))
                throw new Malformed("A name is there twice.");
        }
    }
}
