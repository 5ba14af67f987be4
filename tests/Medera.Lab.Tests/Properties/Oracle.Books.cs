namespace Medera.Lab.Tests.Properties;

/// <summary>The oracle's own small books.</summary>
internal sealed class Someone
{
    public bool Minor { get; init; }
    public string? Wristband { get; set; }
    public bool Favourable { get; set; }
    public DateTimeOffset? SaidNo { get; set; }
    public Dictionary<ConsentKind, (bool Rightly, DateTimeOffset Until)> Consents { get; } = [];

    public Dictionary<DonorTest, DonorTestOutcome> Tests { get; } = [];
    public DonorOutcome? Determined { get; set; }

    public bool Agreed(ConsentKind kind, DateTimeOffset now) =>
        Consents.TryGetValue(kind, out var consent) && consent.Rightly && now < consent.Until;
}

internal sealed class Course
{
    public SubjectId Patient { get; init; }
    public ProtocolId Protocol { get; init; }
    public Route Route { get; init; }
    public int Sessions { get; init; }
    public bool Cancelled { get; set; }
    public HashSet<int> Given { get; } = [];
    public HashSet<int> Started { get; } = [];
    public (int Session, DateTimeOffset At, DateTimeOffset WeightAt, long Cells)? Ready { get; set; }
}

internal sealed class Lot
{
    public SubjectId Donor { get; init; }
    public bool Autologous { get; init; }
    public ProtocolId Protocol { get; init; }
    public long InHandUl { get; set; }
    public DateTimeOffset? Expiry { get; set; }
    public bool Released { get; set; }
    public int Unread { get; set; } = 1;
    public int Head { get; set; }
    public (PersonId By, int At)? First { get; set; }
    public HashSet<PersonId> Makers { get; } = [];
    public HashSet<PersonId> Testers { get; } = [];
    public HashSet<DeviationId> Critical { get; } = [];
    public Dictionary<string, (ResultId Id, string Value, PersonId By, bool Verified)> Results { get; } = [];
}

internal sealed class Thing
{
    public BatchId Lot { get; init; }
    public string Kind { get; init; } = "";
    public long Ul { get; set; }
    public long Cells { get; init; }
    public bool Ended { get; set; }
    public bool Broken { get; set; }
    public DeviationId? Held { get; set; }
    public int Starts { get; set; }
    public PositionId? Place { get; set; }
    public DateTimeOffset? ThawedAt { get; set; }
    public (PlanId Plan, int Session)? Kept { get; set; }
    public List<(PersonId By, DateTimeOffset At)> Checks { get; } = [];
}
