using Medera.Lab.Web.Access;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Desk;

/// <summary>
/// The only write path, and its door: pages and the REST door call it; nothing else writes. <see cref="Do"/> writes,
/// <see cref="Ask"/> only asks. The work behind the door is in rooms of its own (<see cref="Acts"/>, <see cref="Scans"/>,
/// <see cref="Refusals"/>, <see cref="Records"/>), which nobody else enters.
/// </summary>
public sealed class LabDesk
{
    /// <summary>Acts where no person can: opening the first account, moving a demonstration's clock.</summary>
    public static readonly Person System = new(
        new PersonId(new Guid("00000000-0000-7000-8000-000000000001")),
        "system",
        Roles.Administrator
    );

    /// <summary>Where no station is given: the server itself.</summary>
    public static readonly Station Server = new(
        new StationId(new Guid("00000000-0000-7000-8000-000000000002")),
        "",
        "server",
        ""
    );

    /// <summary>How long the first of two scans waits for the second.</summary>
    public static readonly TimeSpan SelectionWaits = TimeSpan.FromMinutes(2);

    /// <summary>A refusal is seen after so long; what is scanned before was meant for something else.</summary>
    public static readonly TimeSpan RefusalSeen = TimeSpan.FromSeconds(1);

    /// <summary>So many of the last scans are shown.</summary>
    public const int RecentScans = Limits.Reads.RecentScans;

    private readonly Acts acts;
    private readonly Cards cards;
    private readonly Questions questions;
    private readonly Records records;
    private readonly Refusals refusals;
    private readonly Reveals reveals;
    private readonly Scans scans;
    private readonly SignIns signIns;
    private readonly WorkingCopy copy;

    public LabDesk(
        IDbContextFactory<LabDb> contexts,
        CustodyLog custody,
        SubjectKeys keys,
        LabClock clock,
        LabSettings settings,
        PasswordCheck passwords,
        SignInSessions sessions,
        OpenPages pages,
        Feed feed,
        SealState sealing,
        LabTime time,
        Fresh fresh,
        ILogger<LabDesk> log
    )
    {
        var announcer = new Announcer(feed, sealing);
        var files = new CaseFiles(contexts, clock, time, fresh);
        var erasing = new Erasing(keys, log);
        var proofs = new PasswordProofs(contexts, passwords, settings);
        refusals = new Refusals(contexts, custody, clock, fresh, announcer);
        var commit = new ActCommit(custody, keys, passwords, erasing, refusals, announcer, pages);
        acts = new Acts(
            contexts: contexts,
            clock: clock,
            proofs: proofs,
            files: files,
            erasing: erasing,
            commit: commit,
            refusals: refusals,
            log: log
        );
        cards = new Cards(contexts, clock, acts);
        copy = new WorkingCopy(contexts);
        scans = new Scans(contexts, clock, acts, cards, copy, refusals);
        questions = new Questions(files);
        records = new Records(contexts, custody, clock, fresh, announcer);
        reveals = new Reveals(contexts, keys, clock, records);
        signIns = new SignIns(passwords, records, sessions, acts, settings, clock.Machine);
    }

    /// <summary>Does what is wanted, or says every rule that stands against it. The same id gets the same answer and makes no second fact.</summary>
    /// <exception cref="SameIdOtherContentException">The id was used for something else.</exception>
    /// <exception cref="SessionEndedException">The session of whoever does it has ended; nothing was done.</exception>
    /// <exception cref="NotCanonical">A text holds what no text may: U+0000 or half a character.</exception>
    public Task<Answer> Do(Request request) => acts.DoAsync(request);

    /// <summary>Only asks: the rules' answer to "Why can't I?". Writes nothing, and needs no signature to be given.</summary>
    /// <exception cref="SessionEndedException">The session of whoever asks has ended.</exception>
    public Task<IReadOnlyList<Broken>> Ask(Doer by, Command wanted) => questions.AskAsync(by, wanted);

    /// <summary>What a print would put on its labels, for the eye: drawn whatever stands against it. Writes nothing and counts nothing.</summary>
    public Task<IReadOnlyList<LabelLayout>> Preview(Doer by, LabelAct wanted) => questions.PreviewAsync(by, wanted);

    /// <summary>One scanned text: refused, or the first of two, or the second, which does the work.</summary>
    public Task<Answer> Scan(ScanRequest scan) => scans.ScanAsync(scan);

    /// <summary>
    /// A scan that waited on a device and that somebody decided not to send. That it was there, and why it was not sent, is kept as a
    /// refused attempt: nothing is lost without a word.
    /// </summary>
    /// <param name="reason">A code of <see cref="Reasons"/> other than "other", which would ask for text.</param>
    /// <returns>The answer that the scan had before, where it arrived after all; else the refusal.</returns>
    public Task<Answer> Discard(ScanRequest scan, string reason) => scans.DiscardAsync(scan, reason);

    /// <summary>Forgets the first of two scans.</summary>
    public Task UndoSelection(PersonId person, StationId station) => copy.ForgetFirstAsync(person, station);

    /// <summary>What may be scanned after the first of two scans that waits, as words; nothing where none waits.</summary>
    public Task<IReadOnlyList<string>> ExpectedAfter(PersonId person, StationId station) =>
        cards.ExpectedAfterAsync(person, station);

    /// <summary>What stands against a typed code before anything else is looked at; null where it was scanned, or may be typed.</summary>
    internal static Broken? TypedBroken(ScanSource source, string? why, OwnCode code) =>
        TypedScans.Against(source, why, code);

    /// <summary>Signs somebody in at a station; each outcome on a known account is an event. Null: no.</summary>
    public Task<SignInAnswer> SignIn(SignInTry wanted) => signIns.SignInAsync(wanted);

    /// <summary>
    /// Name and birth date of a subject for a person who may see them now; that they were seen is an event, once for a person,
    /// subject and purpose within the day.
    /// </summary>
    /// <exception cref="SessionEndedException">The reader's session has ended.</exception>
    public Task<Identity?> Reveal(SubjectId subject, Doer reader, string purpose) =>
        reveals.RevealAsync(subject, reader, purpose);

    /// <summary>Writes the count of refusals that no event stands for yet, once their minute is over.</summary>
    public Task<int> SettleRefusalsAsync() => refusals.SettleAsync();

    /// <summary>Records that a demonstration's clock was moved.</summary>
    internal Task RecordClockAsync(long offsetSeconds, StationId station) =>
        records.ClockMovedAsync(offsetSeconds, station);

    /// <summary>Records that somebody took a part of the log away.</summary>
    internal Task RecordTaken(PersonId person, PackageContents contents) => records.TakenAsync(person, contents);

    /// <summary>Records that somebody follows the entries of the log over HTTP: once a day, not for each bundle.</summary>
    internal Task RecordFollowed(PersonId person, long size) => records.FollowedAsync(person, size);

    /// <summary>Records that a signing key of the log began or was retired.</summary>
    internal Task RecordLogKey(string key, bool begun, long size) => records.LogKeyAsync(key, begun, size);
}
