namespace Medera.Lab.Donors;

/// <summary>Commands about a donor's tests and eligibility.</summary>
public abstract record DonorAct : SubjectAct;
