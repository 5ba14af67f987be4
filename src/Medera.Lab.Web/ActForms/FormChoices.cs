using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Resources;
using Medera.Lab.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.ActForms;

/// <summary>What can be chosen in one form, where a command asks for an identifier or a number that nobody knows by heart.</summary>
public sealed class FormChoices(
    PlanningReads planning,
    AuditReads audit,
    Narrator narrator,
    LabTime time,
    IStringLocalizer<Texts> text
)
{
    private const int MostPlans = Limits.Reads.Plans;
    private const int MostRecords = Limits.Reads.Records;

    private IReadOnlyList<PlanLine> plans = [];
    private IReadOnlyList<FormChoice> records = [];
    private Type command = typeof(Command);
    private FormFields fields = default!;
    private BatchView? view;

    /// <summary>The lines to choose from, or null where the field is typed or has its own words.</summary>
    public IReadOnlyList<FormChoice>? For(CommandField field) =>
        field.Name switch
        {
            "test" or "tests" => Tests,
            "plan" =>
            [
                .. plans.Select(p => new FormChoice(
                    p.Plan.Id.Value.ToString(),
                    text["Step.PlanOf", p.Patient.Code, p.Protocol.Code, p.Left]
                )),
            ],
            "session" when Reserves => Sessions,
            "event" => records,
            _ => null,
        };

    private bool Reserves => command == typeof(ReserveContainer);

    /// <summary>The specification's tests; for a correction those that have a result, with its value.</summary>
    private IReadOnlyList<FormChoice> Tests =>
        view is null ? []
        : command == typeof(CorrectResult)
            ?
            [
                .. view
                    .Results.Where(r => r.Current)
                    .Select(r => new FormChoice(r.Test, text["Step.ResultNow", r.Test, r.Value])),
            ]
        : [.. view.Protocol.Content.Specification.Select(l => new FormChoice(l.Test, l.Test))];

    private IReadOnlyList<FormChoice> Sessions =>
        plans.FirstOrDefault(p => p.Plan.Id.Value.ToString() == fields["plan"]) is not { } chosen
            ? []
            :
            [
                .. chosen
                    .Plan.Sessions.Where(s => s.State != SessionState.Given)
                    .Select(s => new FormChoice(
                        s.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                        text[
                            "Step.SessionOf",
                            s.Number,
                            Wording.Word(s.Route.ToString()),
                            Stamp.Day(time.Local(s.Earliest)),
                            Stamp.Day(time.Local(s.Latest))
                        ]
                    )),
            ];

    /// <summary>Reads what can be chosen; call first of all.</summary>
    /// <param name="of">The batch that the form is about, or whose container it is about.</param>
    public async Task LearnAsync(Type wanted, FormFields form, BatchView? of)
    {
        (command, fields, view) = (wanted, form, of);
        if (of is null)
            return;
        if (Reserves)
        {
            // A product is kept under its own protocol, and an autologous one for its own patient: other plans would only be refused.
            var active = await planning.PlansAsync(state: PlanState.Active, patient: of.Batch.Patient, size: MostPlans);
            plans =
            [
                .. active
                    .Items.Where(p => p.Plan.Protocol == of.Batch.Protocol && p.Left > 0)
                    .OrderBy(p => p.Patient.Code, StringComparer.Ordinal),
            ];
            // Of a lot for anybody nothing is filled in: for whom it is kept is chosen.
            if (plans.Count == 1 && of.Batch.Patient is not null)
                fields["plan"] = plans[0].Plan.Id.Value.ToString();
        }
        if (fields.Asked.Any(f => f.Name == "event"))
        {
            var stream = StreamHead.NaturalKeyOf(Medera.Lab.Custody.StreamKey.For(of.Batch.Id));
            var lines = (await audit.TimelineAsync(of.Batch.Id.Value, size: MostRecords))
                .Items.Where(l => l.Stream == stream && l.Entry.Data is not RecordCorrected)
                .ToList();
            var told = await narrator.TellAsync(lines, of.Batch.Id.Value);
            records =
            [
                .. lines.Zip(
                    told,
                    (l, t) =>
                        new FormChoice(
                            l.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
                            $"{Stamp.Full(time.Local(l.Recorded))} · {t.Sentence}"
                        )
                ),
            ];
        }
    }

    /// <summary>Takes a line of a list, where there is such a line.</summary>
    public void Choose(string name, string value)
    {
        if (
            fields.Asked.FirstOrDefault(f => f.Name == name) is { } field
            && For(field)?.Any(c => c.Value == value) == true
        )
            fields[name] = value;
    }

    /// <summary>A draft, or the plan that was chosen before, may name what is no longer on the list; and the next session goes without asking.</summary>
    public void Keep()
    {
        foreach (var field in fields.Asked.Where(f => f.Name != "tests"))
            if (For(field) is { } choices && choices.All(c => c.Value != fields[field.Name]))
                fields[field.Name] = "";
        if (Reserves && fields["session"].Length == 0 && Sessions.Count > 0)
            fields["session"] = Sessions[0].Value;
    }
}
