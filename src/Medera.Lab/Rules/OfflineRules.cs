namespace Medera.Lab.Rules;

/// <summary>
/// What stands of scans that a device kept while nothing answered. They are decided as others, at the desk's time; beside that, what
/// needs an answer before the hand moves is never done by them, and their own times must be possible.
/// </summary>
public static class OfflineRules
{
    /// <summary>Two clocks that differ by no more than this contradict nobody.</summary>
    public static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(5);

    /// <summary>What waited longer is sent only when somebody was asked.</summary>
    public static readonly TimeSpan AsksAfter = TimeSpan.FromMinutes(10);

    /// <summary>What waited longer than this is told as a late record, with two people, and not as a scan.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private static readonly LocalizedText Again = new(
        "scan it again when the device is connected",
        "cihaz bağlıyken yeniden okutun"
    );
    private static readonly LocalizedText Looking = new(
        "look where it is now, and scan it again",
        "şimdi nerede olduğuna bakıp yeniden okutun"
    );

    /// <summary>Release, administration and identity checks are answered before the hand moves, or not done.</summary>
    public static readonly Rule Blocked = new(
        "offline.blocked",
        RuleKind.Stop,
        "chain of identity; scanning without a connection",
        Again,
        new Dictionary<string, LocalizedText>
        {
            ["identity"] = new(
                "This was scanned without a connection. Whose a wristband is, is checked only while connected.",
                "Bu, bağlantı yokken okutuldu. Bileklik yalnızca bağlantı varken denetlenir."
            ),
            ["administration"] = new(
                "This was scanned without a connection. Nothing is prepared for a patient or given so.",
                "Bu, bağlantı yokken okutuldu. Hastaya hazırlık ve uygulama böyle yapılmaz."
            ),
            ["label"] = new(
                "This was scanned without a connection. A label is replaced only while connected, so that its code is known to be free.",
                "Bu, bağlantı yokken okutuldu. Etiket yalnızca bağlantı varken değiştirilir; kodun boşta olduğu ancak öyle bilinir."
            ),
            ["release"] = new(
                "This was scanned without a connection. Nothing is reviewed or released so.",
                "Bu, bağlantı yokken okutuldu. İnceleme ve serbest bırakma böyle yapılmaz."
            ),
            ["confirmation"] = new(
                "This was scanned without a connection. A card confirms only what the screen has asked.",
                "Bu, bağlantı yokken okutuldu. Kart, yalnızca ekranın sorduğunu onaylar."
            ),
            ["material"] = new(
                "This was scanned without a connection. Whether a lot may be used is checked only while connected. Record what was used as a late record.",
                "Bu, bağlantı yokken okutuldu. Bir lotun kullanılıp kullanılamayacağı yalnızca bağlantı varken denetlenir. Kullanılanı geç kayıt olarak girin."
            ),
            ["signature"] = new(
                "This was scanned without a connection. Nothing is signed so.",
                "Bu, bağlantı yokken okutuldu. İmza böyle atılmaz."
            ),
        },
        (file, wanted, _) => file.OfflineAt is null ? [] : OfAct(CommandCatalogue.Find(wanted))
    );

    /// <summary>What others recorded since is newer than what was scanned before it.</summary>
    public static readonly Rule Overtaken = new(
        "offline.overtaken",
        RuleKind.Stop,
        "scanning without a connection",
        Looking,
        new Dictionary<string, LocalizedText>
        {
            ["overtaken"] = new(
                "This was scanned without a connection at {read}. Since then, at {at}, something else was recorded of {container}.",
                "Bu, bağlantı yokken {read} tarihinde okutuldu. O zamandan beri, {at} tarihinde, {container} için başka bir kayıt yapıldı."
            ),
        },
        // Nothing happens to the container that says for which batch equipment is used.
        (file, wanted, _) =>
            file.OfflineAt is not { } read || CommandCatalogue.Find(wanted).Offline is Offline.DecidedThoughMoved
                ? []
                : file
                    .Taken.Where(c => c.Since - read > ClocksDiffer)
                    .Select(c => Overtaken!.Broken("overtaken", ("read", read), ("at", c.Since), ("container", c.Code)))
    );

    /// <summary>The time of such a scan must be possible.</summary>
    public static readonly Rule Time = new(
        "offline.time",
        RuleKind.Stop,
        "scanning without a connection; 21 CFR 11.10(f)",
        Again,
        new Dictionary<string, LocalizedText>
        {
            ["future"] = new(
                "The device says that this was scanned at {read}, which has not come yet. Set the clock of the device.",
                "Cihaza göre bu, henüz gelmemiş olan {read} tarihinde okutuldu. Cihazın saatini ayarlayın."
            ),
            ["before"] = new(
                "The device says that this was scanned at {read}, before the scan of {first} that waits for it. Scan both again.",
                "Cihaza göre bu, onu bekleyen {first} okutmasından önce, {read} tarihinde okutuldu. İkisini de yeniden okutun."
            ),
            ["old"] = new(
                "This was scanned without a connection at {read}, too long ago. Record what was done as a late record.",
                "Bu, bağlantı yokken {read} tarihinde, çok uzun zaman önce okutuldu. Yapılanı geç kayıt olarak girin."
            ),
        },
        Nothing
    );

    /// <summary>A person decided that a scan which waited is not sent. That it was there is kept.</summary>
    public static readonly Rule Discarded = new(
        "offline.discarded",
        RuleKind.Stop,
        "scanning without a connection",
        Again,
        new Dictionary<string, LocalizedText>
        {
            ["discarded"] = new(
                "Scanned without a connection at {read}, and discarded before it was sent. Reason: {reason}.",
                "Bağlantı yokken {read} tarihinde okutuldu ve gönderilmeden atıldı. Neden: {reason}."
            ),
        },
        Nothing
    );

    /// <summary>What makes the time of a scan impossible, or null.</summary>
    /// <param name="read">When the device read it, by its clock set to the desk's.</param>
    /// <param name="now">The desk's time.</param>
    /// <param name="first">The scan that waits for this one, and when it was read; null: none waits.</param>
    public static Broken? OfTime(DateTimeOffset read, DateTimeOffset now, (string Code, DateTimeOffset At)? first)
    {
        if (read - now > ClocksDiffer)
            return Time.Broken("future", ("read", read));
        if (now - read > Longest)
            return Time.Broken("old", ("read", read));
        return first is { } waiting && waiting.At - read > ClocksDiffer
            ? Time.Broken("before", ("read", read), ("first", waiting.Code))
            : null;
    }

    private static IEnumerable<Broken> OfAct(ActAttribute act) =>
        act.Offline switch
        {
            Offline.Decided or Offline.DecidedThoughMoved => [],
            Offline.Identity => [Blocked.Broken("identity")],
            Offline.Administration => [Blocked.Broken("administration")],
            Offline.Material => [Blocked.Broken("material")],
            Offline.Label => [Blocked.Broken("label")],
            Offline.Confirmation => [Blocked.Broken("confirmation")],
            Offline.Release => [Blocked.Broken("release")],
            Offline.Signature => [Blocked.Broken("signature")],
            _ => throw new ArgumentException($"{act.Offline} is not known.", nameof(act)),
        };

    private static IEnumerable<Broken> Nothing(CaseFile file, Command wanted, IReadOnlyList<Fact> proposed) => [];
}
