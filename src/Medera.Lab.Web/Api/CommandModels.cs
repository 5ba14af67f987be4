using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Api;

/// <summary>The commands as a partner reads them, made from the records that the door reads them into.</summary>
internal static class CommandModels
{
    /// <summary>The envelope's part of a record that is made after the act.</summary>
    public static readonly FieldModel Late = new(
        "late",
        "object",
        Required: false,
        Nullable: true,
        null,
        null,
        Private: true,
        [
            .. CommandFields
                .List(typeof(LateRequest))
                .Select(f => Field(f, part: true))
                .Select(f =>
                    f.Name switch
                    {
                        "secondPassword" => f with { Kind = "secret", Private = true },
                        "evidence" => f with { Private = true },
                        _ => f,
                    }
                ),
        ]
    );

    /// <summary>The envelope's part of who stands by an act of two.</summary>
    public static readonly FieldModel Witness = new(
        "witness",
        "object",
        Required: false,
        Nullable: true,
        null,
        null,
        Private: true,
        [
            .. CommandFields
                .List(typeof(WitnessRequest))
                .Select(f => Field(f, part: true))
                .Select(f => f.Name == "password" ? f with { Kind = "secret", Private = true } : f),
        ]
    );

    public static readonly IReadOnlyList<CommandModel> All =
    [
        .. CommandCatalogue.All.Select(c => new CommandModel(
            c.Verb.Name,
            RolesIn(c.Verb.May),
            c.Verb.Signs,
            [
                new FieldModel("id", "id", Required: true, Nullable: false, null, null, Private: false, null),
                new FieldModel("station", "text", Required: false, Nullable: true, null, null, Private: false, null),
                .. CommandFields.List(c.Type).Select(f => Field(f, part: false)),
                .. c.Verb.Signs is null ? Array.Empty<FieldModel>() : [Secret("password")],
                .. c.Type == typeof(OpenAccount) || c.Type == typeof(SetPassword) || c.Type == typeof(ChoosePassword)
                    ? [Secret("newPassword")]
                    : Array.Empty<FieldModel>(),
                .. typeof(IWitnessed).IsAssignableFrom(c.Type) ? [Witness] : Array.Empty<FieldModel>(),
                Late,
            ]
        )),
    ];

    /// <summary>A field of a command may be left out where it may be null. Within a part nothing may: what is none is said to be none.</summary>
    private static FieldModel Field(CommandField field, bool part) =>
        new(
            Name: field.Name,
            Kind: field.Kind,
            Required: field.Required || part,
            Nullable: !field.Required,
            Unit: field.Unit,
            Choices: field.Choices.Count > 0 ? field.Choices : null,
            Private: field.Private,
            Fields: field.Fields.Count > 0 ? [.. field.Fields.Select(f => Field(f, part: true))] : null
        );

    private static FieldModel Secret(string name) =>
        new(name, "secret", Required: true, Nullable: false, null, null, Private: true, null);

    private static IReadOnlyList<string> RolesIn(Roles roles) =>
        [
            .. Enum.GetValues<Roles>()
                .Where(r => r is not (Roles.None or Roles.Staff) && roles.HasFlag(r))
                .Select(r => r.ToString().ToLowerInvariant()),
        ];
}
