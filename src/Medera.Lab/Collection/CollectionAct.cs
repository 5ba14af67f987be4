namespace Medera.Lab.Collection;

/// <summary>Commands from the plan of a batch to its receipt.</summary>
public abstract record CollectionAct : Command;
