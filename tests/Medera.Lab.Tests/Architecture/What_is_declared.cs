using System.Reflection;
using Xunit;

namespace Medera.Lab.Tests.Architecture;

/// <summary>Every act, fact and thing is walked by reflection: what one of them leaves out is told by its name.</summary>
public class What_is_declared
{
    private static readonly Assembly House = typeof(Fact).Assembly;
    private static readonly IReadOnlyList<Type> Acts =
    [
        .. House.GetTypes().Where(t => t.IsSubclassOf(typeof(Command)) && !t.IsAbstract),
    ];

    [Fact]
    public void of_every_act_is_complete() =>
        None(
            Acts.SelectMany(act =>
                new[]
                {
                    (act.GetCustomAttribute<ActAttribute>() is not null, "says nothing of itself: [Act(...)]"),
                    (
                        act.GetCustomAttribute<ActAttribute>() is { Words: { En.Length: > 0, Tr.Length: > 0 } },
                        "has no words"
                    ),
                    (
                        act.GetCustomAttribute<ActAttribute>() is { } a && Enum.IsDefined(a.Offline),
                        "does not say what stands of it offline"
                    ),
                    (act.IsSealed, "is not sealed"),
                    (
                        act.Namespace == $"Medera.Lab.{Folder(act)}",
                        $"does not lie in a folder of its station: {Folder(act)}"
                    ),
                    (CommandFields.List(act).All(f => Words.Has(f.Name)), "has a field without words"),
                }
                    .Where(asked => !asked.Item1)
                    .Select(asked => $"{act.Name} {asked.Item2}.")
            )
        );

    [Fact]
    public void of_every_fact_is_a_sentence_and_a_life() =>
        None(
            FactNames.All.SelectMany(fact =>
                new[]
                {
                    (
                        FactSentences.For(fact.Type) is { En.Length: > 0, Tr.Length: > 0 },
                        "has no sentence: [Said(en, tr)]"
                    ),
                    (
                        Things.LivesOf(fact.Type).Any(),
                        "stands in no life: no row begins, moves or changes a thing by it"
                    ),
                }
                    .Where(asked => !asked.Item1)
                    .Select(asked => $"{fact.Type.Name} {asked.Item2}.")
            )
        );

    [Fact]
    public void of_every_thing_is_a_life_that_reaches_every_state() => None(Things.All.SelectMany(thing => new[]
                {
                    (thing.Value.Word is { En.Length: > 0, Tr.Length: > 0 }, "has no word"),
                    (thing.Value.Life.Thing == thing.Key, "has another's life"),
                    (
                        thing
                            .Value.Life.States.Except(thing.Value.Life.Firsts)
                            // A sample is used up by the contract laboratory's results, which come with that station.
                            .Where(s => s is not ContainerState.UsedUp)
                            .All(s => thing.Value.Life.Moves.Any(m => m.To.Equals(s))),
                        "has a state that no fact leads to"
                    ),
                    (
                        House
                            .GetTypes()
                            .Where(t =>
                                t.IsSubclassOf(typeof(Fact))
                                && !t.IsAbstract
                                && t.Namespace == thing.Key.Namespace
                                && !t.IsSubclassOf(typeof(BatchFact))
                            )
                            .All(f => Things.LivesOf(f).Any()),
                        "leaves out a fact of its folder"
                    ),
                }.Where(asked => !asked.Item1).Select(asked => $"{thing.Key.Name} {asked.Item2}.")));

    [Fact]
    public void of_every_thing_are_words_for_each_of_its_states() =>
        None(
            Things.All.SelectMany(thing =>
                thing
                    .Value.Life.States.Where(state => !Words.Has(state.ToString()))
                    .Select(state => $"{thing.Key.Name} has a state without a word: {state}.")
            )
        );

    [Fact]
    public void as_a_rule_is_among_all_rules() =>
        None(
            House
                .GetTypes()
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
                .Where(field => field.FieldType == typeof(Rule))
                .Where(field => !AllRules.Known.Contains((Rule)field.GetValue(null)!))
                .Select(field =>
                    $"{field.DeclaringType!.Name}.{field.Name} is asked by nobody: AllRules does not name it."
                )
        );

    [Fact]
    public void of_every_fact_that_may_come_late_is_what_it_claims() =>
        None(
            FactNames
                .All.Where(fact => LateRecords.MayBe(fact.Type) && !Words.Has(fact.Name.Name))
                .Select(fact =>
                    $"{fact.Type.Name} may be recorded late, and has no words for what it claims: [Claim(en, tr)]."
                )
        );

    [Fact]
    public void as_a_thing_is_each_with_its_declaration() =>
        Assert.DoesNotContain(Things.Types, t => !Things.All.ContainsKey(t));

    private static string Folder(Type type) => type.Namespace!.Split('.')[^1];

    private static void None(IEnumerable<string> wrong) =>
        Assert.True(wrong.ToList() is { Count: 0 }, string.Join('\n', wrong));
}
