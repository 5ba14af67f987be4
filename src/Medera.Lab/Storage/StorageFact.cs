namespace Medera.Lab.Storage;

/// <summary>Where a container lies, and what befalls it there.</summary>
public abstract record StorageFact(BatchId Batch, ContainerId Container) : ContainerFact(Batch, Container);
