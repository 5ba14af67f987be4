namespace Medera.Lab.TestSupport.Journeys;

/// <summary>Who works in the tests' laboratory.</summary>
public static class Staff
{
    public static readonly Person Ayse = Person(1, "technician", Roles.Technician);
    public static readonly Person Burak = Person(2, "technician2", Roles.Technician);
    public static readonly Person Ceren = Person(3, "qc", Roles.Qc);
    public static readonly Person Deniz = Person(4, "qc2", Roles.Qc);
    public static readonly Person Emre = Person(5, "qa", Roles.Qa);
    public static readonly Person Fatma = Person(6, "releaser", Roles.Releaser);
    public static readonly Person Gokhan = Person(7, "releaser2", Roles.Releaser);
    public static readonly Person Hande = Person(8, "nurse", Roles.Nurse);
    public static readonly Person Irem = Person(9, "nurse2", Roles.Nurse);
    public static readonly Person Kemal = Person(10, "clinician", Roles.Clinician);
    public static readonly Person Leyla = Person(11, "auditor", Roles.Auditor);
    public static readonly Person Murat = Person(12, "admin", Roles.Administrator);

    public static readonly IReadOnlyList<Person> All =
    [
        Ayse,
        Burak,
        Ceren,
        Deniz,
        Emre,
        Fatma,
        Gokhan,
        Hande,
        Irem,
        Kemal,
        Leyla,
        Murat,
    ];

    private static Person Person(int number, string account, Roles roles) =>
        new(new PersonId(new Guid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), account, roles);
}
