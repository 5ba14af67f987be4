namespace Medera.Lab.Equipment;

/// <summary>
/// An act on a piece of equipment. Dates and the end of a maintenance are QA's: rule R17 judges by them, and an administrator holds no
/// right over product (rule R9).
/// </summary>
public abstract record EquipmentAct(EquipmentCode Equipment) : Command
{
    /// <inheritdoc/>
    public override Needs Needs() => Deciding.Needs.Batch;
}
