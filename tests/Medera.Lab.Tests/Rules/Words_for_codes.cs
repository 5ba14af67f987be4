using System.Text.RegularExpressions;
using Medera.Lab.Tests.Custody;
using Xunit;

namespace Medera.Lab.Tests.Rules;

public partial class Words_for_codes
{
    private static readonly Func<string, string, string> Shown = Words.Writer("tr", _ => "o an", _ => "Ayşe");

    [Fact]
    public void are_there_for_every_member_of_every_enum() =>
        AllHave(
            typeof(Batch)
                .Assembly.GetExportedTypes()
                .Where(type => type.IsEnum && !IsOfADrawing(type) && !IsOfTheHouse(type))
                .SelectMany(Enum.GetNames)
        );

    // What an act says of itself to the house, and nobody reads on a screen.
    private static bool IsOfTheHouse(Type type) =>
        type == typeof(Offline) || type == typeof(Offer) || type == typeof(Needs);

    // Inks, faces and shapes are drawn, and told to nobody; the kinds and states of labels are.
    private static bool IsOfADrawing(Type type) =>
        type.Namespace == typeof(Medera.Lab.Labels.Ink).Namespace && !Told.Contains(type);

    private static readonly IReadOnlyList<Type> Told =
    [
        typeof(Medera.Lab.Labels.LabelKind),
        typeof(Medera.Lab.Labels.LabelState),
        typeof(Medera.Lab.Labels.TemplateState),
        typeof(Medera.Lab.Labels.KeptAt),
    ];

    [Fact]
    public void are_there_for_every_command_and_what_its_signature_says()
    {
        AllHave(CommandCatalogue.All.Select(command => command.Verb.Name));
        AllHave(CommandCatalogue.All.Select(command => command.Verb.Signs).OfType<string>());
    }

    [Fact]
    public void are_there_for_every_field_and_every_reason()
    {
        AllHave(
            CommandCatalogue.All.SelectMany(command => CommandFields.List(command.Type)).Select(field => field.Name)
        );
        AllHave(Reasons.All.Concat(TypedReasons.All));
    }

    [Fact]
    public void are_there_for_everything_that_may_be_recorded_late() =>
        AllHave(FactNames.All.Where(fact => LateRecords.MayBe(fact.Type)).Select(fact => fact.Name.Name));

    [Fact]
    public void are_there_for_nothing_that_is_gone()
    {
        var codes = typeof(Batch)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsEnum)
            .SelectMany(Enum.GetNames)
            .Concat(CommandCatalogue.All.Select(command => command.Verb.Name))
            .Concat(CommandCatalogue.All.Select(command => command.Verb.Signs).OfType<string>())
            .Concat(
                CommandCatalogue.All.SelectMany(command => CommandFields.List(command.Type)).Select(field => field.Name)
            )
            .Concat(FactNames.All.Where(fact => LateRecords.MayBe(fact.Type)).Select(fact => fact.Name.Name))
            .Concat(Reasons.All)
            .Concat(TypedReasons.All)
            .Concat(["True", "False", Deviation.FoundAgain, Deviation.Reported])
            .Concat(
                typeof(ProtocolContent)
                    .GetProperties()
                    .Concat(typeof(RouteLimit).GetProperties())
                    .Concat(typeof(Medera.Lab.Labels.TemplateContent).GetProperties())
                    .Concat(typeof(Medera.Lab.Labels.TemplateElement).GetProperties())
                    .Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..])
            );
        AllHave(Words.Codes, codes.ToHashSet(StringComparer.Ordinal).Contains);
    }

    [Fact]
    public void are_in_the_language_asked_for()
    {
        Assert.Equal("Volume", Words.Word("volumeUl", "en"));
        Assert.Equal("Hacim", Turkish.In(() => Words.Word("volumeUl", "tr-TR")));
        Assert.Equal("technician, QC", Words.Word((Roles.Technician | Roles.Qc).ToString(), "en"));
        Assert.Equal("MLVPT407UZ5D", Words.Word("MLVPT407UZ5D", "tr"));
        Assert.Equal("Technician, MLVPT407UZ5D", Words.Word("Technician, MLVPT407UZ5D", "en"));
    }

    [Fact]
    public void leave_alone_what_people_wrote()
    {
        var shown = Words.Writer("tr", at => $"<{at:HH}>");
        Assert.Equal("Released", shown("test", "Released"));
        Assert.Equal("serbest bırakılmış", shown("state", "Released"));
        Assert.Equal("<10>", shown("at", Values.Text(Samples.Time)));
        Assert.Equal(Values.Text(Samples.Time), shown("value", Values.Text(Samples.Time)));
        Assert.Equal(Samples.Id(1).ToString(), shown("who", Samples.Id(1).ToString()));
    }

    [Fact]
    public void make_the_sentence_of_a_broken_rule()
    {
        var broken = MoveRules.StepsInOrder.Broken(
            "container",
            ("code", "MLVPT407UZ5D"),
            ("state", ContainerState.Stored),
            ("at", Samples.Time),
            ("who", new PersonId(Samples.Id(1)))
        );
        Assert.Equal(
            "Bu adım atılamaz: MLVPT407UZ5D, o an tarihinden beri depoda; işlemi yapan Ayşe.",
            Sentences.Sentence(broken, "tr", Shown)
        );
        Assert.Equal("do the step before it", Sentences.ClearedBy(broken, "en"));
        var role = DeskRules.Role.Broken("role", ("roles", Roles.Qa | Roles.Releaser));
        Assert.Equal(
            "şu rollerden birine sahip bir kişi: KG, serbest bırakma yetkilisi",
            Sentences.ClearedBy(role, "tr")
        );
        Assert.Equal(
            Sentences.Sentence(broken, "tr", Shown),
            Sentences.Sentence(new RefusedRule(broken.Rule, broken.Variant, broken.Values), "tr", Shown)
        );
        Assert.Equal("R99", Sentences.Sentence(new RefusedRule("R99", "gone", broken.Values), "tr", Shown));
    }

    [Fact]
    public void stand_in_sentences_that_name_the_same_values_in_both_languages()
    {
        var say = AllRules.Known.SelectMany(rule =>
            rule.Variants.Select(v => (Name: $"{rule.Id} {v.Key}", Say: v.Value))
                .Append((Name: $"{rule.Id} cleared by", Say: rule.ClearedBy))
        );
        var wrong = say.Where(s =>
                s.Say.En == s.Say.Tr || !Holes(s.Say.En).SequenceEqual(Holes(s.Say.Tr), StringComparer.Ordinal)
            )
            .Select(s => s.Name)
            .ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static void AllHave(IEnumerable<string> codes, Func<string, bool>? wanted = null)
    {
        var missing = codes
            .Distinct(StringComparer.Ordinal)
            .Where(code =>
                !(wanted ?? (c => Words.Has(c) && Words.Word(c, "en").Length > 0 && Words.Word(c, "tr").Length > 0))(
                    code
                )
            )
            .ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    private static IEnumerable<string> Holes(string sentence) =>
        Hole()
            .Matches(sentence)
            .Select(hole => hole.Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();
}
