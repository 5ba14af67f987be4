namespace Medera.Lab.Rules;

/// <summary>
/// Every rule in force, in the order in which they are told. A rule joins when the station that makes its facts is built; until
/// then it does not exist, and nothing answers in its place.
/// </summary>
public static class AllRules
{
    /// <summary>The rules that decide.</summary>
    public static readonly IReadOnlyList<Rule> InForce =
    [
        DeskRules.Incomplete,
        DeskRules.Late,
        OfflineRules.Blocked,
        OfflineRules.Overtaken,
        IdentityRules.RightPatient,
        IdentityRules.KeptForThisPatient,
        IdentityRules.TwoPeopleAtTheBedside,
        IdentityRules.RightRoute,
        ReleaseRules.Released,
        ReleaseRules.Sealed,
        ReleaseRules.Complete,
        ReleaseRules.NothingOpen,
        FourEyesRules.AnotherPerson,
        DonorRules.DonorTested,
        DonorRules.Sound,
        TimeRules.NotExpired,
        TimeRules.WithinTimeAfterThaw,
        LabelRules.ScannedBackAndCounted,
        LabelRules.Check,
        CustodyRules.OneCodeOnePlace,
        EquipmentRules.Code,
        HouseRules.Code,
        CustodyRules.Held,
        BalanceRules.Balances,
        BalanceRules.WithinTolerance,
        PoolingRules.OneDonor,
        EquipmentRules.InMaintenance,
        EquipmentRules.Overdue,
        ResultRules.Corrected,
        RecordRules.Signed,
        MaterialRules.CodeBoundOnce,
        MaterialRules.NoMoreThanIsLeft,
        MaterialRules.MayBeUsed,
        MaterialRules.OutOfQuarantine,
        MaterialRules.Moves,
        MoveRules.StepsInOrder,
        EquipmentRules.Moves,
        HouseRules.Moves,
        ErasureRules.NothingIsOpen,
        TreatmentRules.Consented,
        TreatmentRules.Prepared,
        TreatmentRules.DoseByWeight,
    ];

    /// <summary>Every rule that may be named in an answer or in the log, those that the desk itself or the database keeps included.</summary>
    public static readonly IReadOnlyList<Rule> Known =
    [
        .. InForce,
        DeskRules.Unknown,
        DeskRules.Unreadable,
        DeskRules.NotExpected,
        DeskRules.Typed,
        DeskRules.Role,
        DeskRules.Taken,
        DeskRules.Keys,
        DeskRules.Password,
        OfflineRules.Time,
        OfflineRules.Discarded,
        RecordRules.NothingIsChanged,
    ];

    /// <summary>The rule by id and kind of what was broken; for sentences and sources.</summary>
    public static Rule Find(Broken broken) =>
        Known.First(r => r.Id == broken.Rule && r.Variants.ContainsKey(broken.Variant));
}
