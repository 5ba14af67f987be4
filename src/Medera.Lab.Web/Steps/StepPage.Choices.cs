using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Shared;

namespace Medera.Lab.Web.Steps;

/// <content>What can be chosen where a command asks for an identifier or a number that nobody knows by heart.</content>
public sealed partial class StepPage
{
    private const int MostPlans = Limits.Reads.Plans;
    private const int MostRecords = Limits.Reads.Records;

    private IReadOnlyList<PlanLine> plans = [];
    private IReadOnlyList<StepChoice> records = [];

    /// <summary>The lines to choose from, or null where the field is typed or has its own words.</summary>
    private IReadOnlyList<StepChoice>? ChoicesOf(CommandField field) =>
        field.Name switch
        {
            "test" or "tests" => Tests,
            "plan" =>
            [
                .. plans.Select(p => new StepChoice(
                    p.Plan.Id.Value.ToString(),
                    Text["Step.PlanOf", p.Patient.Code, p.Protocol.Code, p.Left]
                )),
            ],
            "session" when Reserves => Sessions,
            "event" => records,
            _ => null,
        };

    private bool Reserves => Verb == CommandCatalogue.All.First(c => c.Type == typeof(ReserveContainer)).Verb.Name;

    /// <summary>The specification's tests; for a correction those that have a result, with its value.</summary>
    private IReadOnlyList<StepChoice> Tests =>
        View is null ? []
        : Verb == "result.correct"
            ?
            [
                .. View
                    .Results.Where(r => r.Current)
                    .Select(r => new StepChoice(r.Test, Text["Step.ResultNow", r.Test, r.Value])),
            ]
        : [.. View.Protocol.Content.Specification.Select(l => new StepChoice(l.Test, l.Test))];

    private IReadOnlyList<StepChoice> Sessions =>
        plans.FirstOrDefault(p => p.Plan.Id.Value.ToString() == fields!["plan"]) is not { } chosen
            ? []
            :
            [
                .. chosen
                    .Plan.Sessions.Where(s => s.State != SessionState.Given)
                    .Select(s => new StepChoice(
                        s.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                        Text[
                            "Step.SessionOf",
                            s.Number,
                            Wording.Word(s.Route.ToString()),
                            Stamp.Day(Time.Local(s.Earliest)),
                            Stamp.Day(Time.Local(s.Latest))
                        ]
                    )),
            ];

    private async Task LearnChoicesAsync()
    {
        if (View is not { } of)
            return;
        if (Reserves)
        {
            // A product is kept under its own protocol, and an autologous one for its own patient: other plans would only be refused.
            var active = await Planning.PlansAsync(state: PlanState.Active, patient: of.Batch.Patient, size: MostPlans);
            plans =
            [
                .. active
                    .Items.Where(p => p.Plan.Protocol == of.Batch.Protocol && p.Left > 0)
                    .OrderBy(p => p.Patient.Code, StringComparer.Ordinal),
            ];
            // Of a lot for anybody nothing is filled in: for whom it is kept is chosen.
            if (plans.Count == 1 && of.Batch.Patient is not null)
                fields!["plan"] = plans[0].Plan.Id.Value.ToString();
        }
        if (fields!.Asked.Any(f => f.Name == "event"))
        {
            var stream = StreamHead.NaturalKeyOf(Medera.Lab.Custody.StreamKey.Of(of.Batch.Id));
            var lines = (await Audit.TimelineAsync(of.Batch.Id.Value, size: MostRecords))
                .Items.Where(l => l.Stream == stream && l.Entry.Data is not RecordCorrected)
                .ToList();
            var told = await Narrator.TellAsync(lines, of.Batch.Id.Value);
            records =
            [
                .. lines.Zip(
                    told,
                    (l, t) =>
                        new StepChoice(
                            l.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
                            $"{Stamp.Full(Time.Local(l.Recorded))} · {t.Sentence}"
                        )
                ),
            ];
        }
    }

    /// <summary>Takes a line of a list, where there is such a line.</summary>
    private void Choose(string name, string value)
    {
        if (
            fields!.Asked.FirstOrDefault(f => f.Name == name) is { } field
            && ChoicesOf(field)?.Any(c => c.Value == value) == true
        )
            fields[name] = value;
    }

    /// <summary>A draft, or the plan that was chosen before, may name what is no longer on the list; and the next session goes without asking.</summary>
    private void KeepToChoices()
    {
        foreach (var field in fields!.Asked.Where(f => f.Name != "tests"))
            if (ChoicesOf(field) is { } choices && choices.All(c => c.Value != fields[field.Name]))
                fields[field.Name] = "";
        if (Reserves && fields["session"].Length == 0 && Sessions.Count > 0)
            fields["session"] = Sessions[0].Value;
    }
}
