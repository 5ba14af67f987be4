using System.Text.Json.Nodes;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Api;

/// <summary>A sign-in over the REST door.</summary>
public sealed record SessionRequest(string User, string Password);

/// <summary>The token to send as "Authorization: Bearer …", and the instant at which it ends.</summary>
public sealed record SessionAnswer(string Token, DateTimeOffset Until);

/// <summary>One scanned text.</summary>
/// <param name="Id">Made by the sender; the same id again gives the same answer.</param>
/// <param name="Text">As the scanner sent it; 1 to 512 characters.</param>
/// <param name="Station">Name of a registered station.</param>
/// <param name="Source">wedge, camera, serial, typed or imported.</param>
/// <param name="ClientAt">When the device read it, by its own clock; a device without one leaves it out.</param>
/// <param name="TypedWhy">Why it was typed: scanner-broken, no-scanner, label-frosted, label-torn; with source typed only.</param>
public sealed record ScanBody(
    Guid Id,
    string Text,
    string Station,
    string Source,
    DateTimeOffset? ClientAt = null,
    string? TypedWhy = null
);

/// <summary>One broken rule, with its sentence in the language asked for.</summary>
public sealed record RefusalModel(
    string Rule,
    string Kind,
    string Variant,
    IReadOnlyDictionary<string, string> Values,
    string Sentence,
    string Source,
    string ClearedBy
);

/// <summary>How an attempt ended.</summary>
/// <param name="Outcome">accepted, refused or expecting.</param>
/// <param name="Flags">Rules that let the act through and opened a deviation.</param>
/// <param name="Next">What may be scanned or done now.</param>
public sealed record AnswerModel(
    Guid Id,
    string Outcome,
    DateTimeOffset At,
    string? Symbol,
    IReadOnlyList<AboutThing> About,
    IReadOnlyList<FactMade> Facts,
    IReadOnlyList<RefusalModel> Refusals,
    IReadOnlyList<RefusalModel> Flags,
    IReadOnlyList<string> Next
);

/// <summary>One field of a command, or of a part of it.</summary>
/// <param name="Kind">id, text, code, codes, texts, integer, decimal, yes-no, choice, choices, instant, secret; object has fields of its own, objects is a list of such.</param>
/// <param name="Required">It must stand in the body, if only as null where that is allowed.</param>
/// <param name="Fields">What an object, or each of a list of objects, is made of.</param>
public sealed record FieldModel(
    string Name,
    string Kind,
    bool Required,
    bool Nullable,
    string? Unit,
    IReadOnlyList<string>? Choices,
    bool Private,
    IReadOnlyList<FieldModel>? Fields
);

/// <summary>One command with its fields: enough to drive it.</summary>
/// <param name="Signs">What a signature on it says; then "password" goes with it.</param>
public sealed record CommandModel(
    string Name,
    IReadOnlyList<string> Roles,
    string? Signs,
    IReadOnlyList<FieldModel> Fields
);

/// <summary>One batch in a list.</summary>
public sealed record BatchLineModel(
    Guid Id,
    string Number,
    string Origin,
    string State,
    DateTimeOffset StateSince,
    DateTimeOffset? Expiry,
    int Products,
    int Living,
    int Passage,
    string Subject
);

/// <summary>One plan in a list.</summary>
/// <param name="Patient">The pseudonym.</param>
/// <param name="Left">Sessions that are not given yet.</param>
/// <param name="Next">Number of the next session; null where none is left.</param>
public sealed record PlanLineModel(
    Guid Id,
    string Patient,
    Guid ProtocolId,
    string Protocol,
    int Edition,
    string State,
    int Sessions,
    int Left,
    int? Next
);

/// <summary>One session of a plan.</summary>
public sealed record SessionModel(
    int Number,
    string Route,
    DateTimeOffset Earliest,
    DateTimeOffset Latest,
    string State,
    DateTimeOffset? ReadyUntil
);

/// <summary>A container that is kept for a session.</summary>
public sealed record KeptModel(int Session, string Container, string State);

/// <summary>A plan with its sessions and what is kept for them.</summary>
public sealed record PlanModel(
    Guid Id,
    Guid Subject,
    string Patient,
    Guid ProtocolId,
    string Protocol,
    int Edition,
    string State,
    IReadOnlyList<SessionModel> Sessions,
    IReadOnlyList<KeptModel> Kept
);

/// <summary>Somebody by a pseudonym, and nothing of the person.</summary>
public sealed record SubjectModel(Guid Id, string Code, bool Donor, bool Patient, IReadOnlyList<PlanLineModel> Plans);

/// <summary>One version of a protocol in a list.</summary>
public sealed record ProtocolLineModel(
    Guid Id,
    string Code,
    int Edition,
    string State,
    string Product,
    string Origin,
    int Sessions
);

/// <summary>A page of a list; next is null at the end.</summary>
public sealed record PageModel<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>One container.</summary>
public sealed record ContainerModel(
    Guid Id,
    string Code,
    Guid Batch,
    string Kind,
    int Ordinal,
    string State,
    DateTimeOffset Since,
    long VolumeUl,
    long? Cells,
    string? Position,
    string? HeldBy,
    Guid? Holder,
    Guid? Plan,
    int? Session,
    DateTimeOffset? ThawedAt,
    DateTimeOffset? UsableUntil,
    int Checks,
    long GivenUl
);

/// <summary>One result version.</summary>
public sealed record ResultModel(string Test, int Edition, string Value, bool Passed, bool Verified, bool Current);

/// <summary>One deviation.</summary>
public sealed record DeviationModel(Guid Id, string Rule, bool Critical, string State, DateTimeOffset OpenedAt);

/// <summary>A batch with its results, deviations and first containers.</summary>
public sealed record BatchModel(
    Guid Id,
    string Number,
    string Origin,
    string State,
    DateTimeOffset StateSince,
    int Version,
    string Donor,
    string? Patient,
    string? Coi,
    string Protocol,
    long VolumeUl,
    long? Cells,
    decimal? Viability,
    int Passage,
    decimal Doublings,
    int Vessels,
    int Living,
    DateTimeOffset? Expiry,
    int Unreviewed,
    IReadOnlyList<ResultModel> Results,
    IReadOnlyList<DeviationModel> Deviations,
    IReadOnlyList<ContainerModel> Containers
);

/// <summary>One event.</summary>
/// <param name="Leaf">base64url of SHA-256(0x00 ‖ body).</param>
/// <param name="Body">The stored canonical JSON.</param>
public sealed record EventModel(
    string Stream,
    int Version,
    string Type,
    DateTimeOffset Recorded,
    DateTimeOffset StoredAt,
    string Sentence,
    string Leaf,
    JsonNode? Body
);

/// <summary>One line of the worklist.</summary>
public sealed record WorkModel(string Verb, string Kind, Guid Id, string Label, string State, DateTimeOffset Since);
