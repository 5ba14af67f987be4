namespace Medera.Lab.Web.ActForms;

/// <summary>
/// The form of an act on a thing of the house. A kind of them has one at its station, which says the addresses: below its list for what makes a new
/// one, below the identifier for what is done with one.
/// </summary>
public abstract class HouseForm<T> : ActFormPage
    where T : class, IHouseThing
{
    private protected sealed override Type Kind => typeof(T);
}
