namespace Medera.Lab.Processing;

/// <summary>From the line clearance to the frozen vials. Cells are viable cells; volumes microlitres; viability percent.</summary>
public abstract record ProcessingFact(BatchId Batch) : BatchFact(Batch);
