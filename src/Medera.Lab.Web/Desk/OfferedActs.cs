using System.Reflection;

namespace Medera.Lab.Web.Desk;

/// <summary>The acts that the page of a thing offers, as each says of itself.</summary>
internal static class OfferedActs
{
    /// <summary>The names of acts for a thing in a state and somebody's roles, in the order of the work.</summary>
    public static IReadOnlyList<string> With(Enum state, Type family, Person? me) =>
        [
            .. CommandCatalogue
                .All.Where(c =>
                    c.Type.IsSubclassOf(family)
                    && c.Verb is ActAttribute { Offered: Offered.WithTheThing } act
                    && me?.Holds(act.May) == true
                    && c.Type.GetCustomAttribute<InAttribute>()?.States.Contains(state) != false
                )
                .OrderBy(c => ((ActAttribute)c.Verb).Place)
                .Select(c => c.Verb.Name),
        ];
}
