namespace Medera.Lab.EndToEnd.Support;

/// <summary>A donor's consent that is withdrawn for a while. Consents are kept over the REST door: there is no screen for them.</summary>
public sealed class Consent : IAsyncDisposable
{
    private const string Station = "bedside-1";
    private readonly RestDoor clinician;
    private readonly Guid subject;

    private Consent(RestDoor clinician, Guid subject) => (this.clinician, this.subject) = (clinician, subject);

    /// <summary>Takes back the consent to donation of whoever wears the wristband.</summary>
    public static async Task<Consent> WithdrawnAsync(ServedLaboratory laboratory, string wristband)
    {
        var door = await laboratory.AsAsync("clinician");
        var consent = new Consent(door, RestDoor.Made(await door.ScanAsync(wristband, Station), "subject"));
        await door.DoAsync(
            "consent.withdraw",
            new
            {
                consent.subject,
                kind = "Donation",
                reason = "family-decision",
            },
            Station
        );
        return consent;
    }

    /// <summary>The family is talked to again, and consents.</summary>
    public async ValueTask DisposeAsync()
    {
        await clinician.DoAsync(
            "consent.inform",
            new
            {
                subject,
                kind = "Donation",
                language = "tr",
            },
            Station
        );
        await clinician.DoAsync(
            "consent.give",
            new
            {
                subject,
                kind = "Donation",
                form = "F-12 v3",
                language = "tr",
                signedBy = "Guardian",
                validUntil = TimeProvider.System.GetUtcNow().AddDays(300),
            },
            Station
        );
        clinician.Dispose();
    }
}
