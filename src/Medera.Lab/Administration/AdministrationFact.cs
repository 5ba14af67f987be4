namespace Medera.Lab.Administration;

/// <summary>From the reservation of a container to the last millilitre of it. Volumes are microlitres.</summary>
public abstract record AdministrationFact(BatchId Batch, ContainerId Container) : ContainerFact(Batch, Container);
