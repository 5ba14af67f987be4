using Medera.Lab.Web.Resources;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.Shared;

/// <summary>How the things of one kind stand, as a chip shows it. It lies with their pages and is found by itself.</summary>
internal abstract class HouseLook
{
    private static readonly IReadOnlyDictionary<Type, HouseLook> All = typeof(HouseLook)
        .Assembly.GetTypes()
        .Where(look => look.IsSubclassOf(typeof(HouseLook)) && !look.IsAbstract)
        .Select(look => (HouseLook)Activator.CreateInstance(look)!)
        .ToDictionary(look => look.Kind);

    /// <summary>The kind of thing.</summary>
    protected abstract Type Kind { get; }

    /// <summary>Family and word of a thing at an instant.</summary>
    protected abstract (StateFamily Family, string Word) Show(
        IHouseThing thing,
        DateTimeOffset now,
        IStringLocalizer<Texts> text
    );

    /// <summary>Family and word of a thing of any kind at an instant.</summary>
    public static (StateFamily Family, string Word) Describe(
        IHouseThing thing,
        DateTimeOffset now,
        IStringLocalizer<Texts> text
    ) => All[thing.GetType()].Show(thing, now, text);
}

/// <inheritdoc/>
internal abstract class HouseLook<T> : HouseLook
    where T : class, IHouseThing
{
    /// <inheritdoc/>
    protected sealed override Type Kind => typeof(T);

    /// <inheritdoc/>
    protected sealed override (StateFamily Family, string Word) Show(
        IHouseThing thing,
        DateTimeOffset now,
        IStringLocalizer<Texts> text
    ) => Show((T)thing, now, text);

    /// <summary>Family and word of one of its kind.</summary>
    protected abstract (StateFamily Family, string Word) Show(
        T thing,
        DateTimeOffset now,
        IStringLocalizer<Texts> text
    );
}
