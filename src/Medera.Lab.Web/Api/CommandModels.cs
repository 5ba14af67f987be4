using Medera.Lab.Deciding;
using Medera.Lab.People;

namespace Medera.Lab.Web.Api;

/// <summary>The commands as a partner reads them.</summary>
internal static class CommandModels
{
    public static readonly IReadOnlyList<CommandModel> All = [.. CommandCatalogue.All.Select(c => new CommandModel(
        c.Verb.Name, RolesIn(c.Verb.May), c.Verb.Signs,
        [
            new FieldModel("id", "id", Required: true, null, null, Private: false),
            new FieldModel("station", "text", Required: false, null, null, Private: false),
            .. CommandFields.Of(c.Type).Select(f => new FieldModel(f.Name, f.Kind, f.Required, f.Unit, f.Choices.Count > 0 ? f.Choices : null, f.Private)),
            .. c.Verb.Signs is null ? Array.Empty<FieldModel>() : [new FieldModel("password", "secret", Required: true, null, null, Private: true)],
            .. c.Type == typeof(PeopleCommand.OpenAccount) || c.Type == typeof(PeopleCommand.SetPassword) ? [new FieldModel("newPassword", "secret", Required: true, null, null, Private: true)] : Array.Empty<FieldModel>(),
            new FieldModel("late", "object", Required: false, null, null, Private: true),
        ]))];

    private static IReadOnlyList<string> RolesIn(Roles roles) =>
        [.. Enum.GetValues<Roles>().Where(r => r is not (Roles.None or Roles.Staff) && roles.HasFlag(r)).Select(r => r.ToString().ToLowerInvariant())];
}
