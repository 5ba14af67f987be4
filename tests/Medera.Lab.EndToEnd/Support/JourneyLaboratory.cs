namespace Medera.Lab.EndToEnd.Support;

/// <summary>A laboratory of the journey's own: its clock is moved on, and nobody else scans under the same account at the same station.</summary>
public sealed class JourneyLaboratory() : ServedLaboratory("lab-e2e-journey");
