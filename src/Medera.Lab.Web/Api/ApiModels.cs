using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Api;

/// <summary>A sign-in over the REST door.</summary>
public sealed record SessionRequest(string User, string Password, string? NewPassword = null);

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

/// <summary>A page of a list; next is null at the end.</summary>
public sealed record PageModel<T>(IReadOnlyList<T> Items, string? Next);
