using System.Text.Json;
using Medera.Lab.Web.Data.Mappings;

namespace Medera.Lab.Web.Desk;

/// <summary>
/// Gives an act that somebody intends its identifier: the same one until the desk has answered. A button pressed twice, or pressed
/// again after a cut line, is one act; the next try after an answer is another, and so is one with other content.
/// </summary>
public sealed class Intended
{
    private string? wanted;
    private Guid id;

    /// <summary>The identifier of this act.</summary>
    /// <remarks>Compared as text: a form makes its lists anew each time it is read. A password is no part of an act.</remarks>
    public Guid IdOf(Command command, LateRequest? late = null) =>
        Keep(
            $"{CommandCatalogue.Find(command).Name} {JsonSerializer.Serialize(command, command.GetType(), JsonParts.Options)} {JsonSerializer.Serialize(late is null ? null : late with { SecondPassword = null }, JsonParts.Options)}",
            Ids.New()
        );

    /// <summary>The identifier of a scanned code: its own, or the one it had when nobody answered it.</summary>
    public Guid IdOf(string scanned, Guid own) => Keep($"scan {scanned}", own);

    /// <summary>The desk has answered: what is pressed from now on is intended anew.</summary>
    public void Answered() => wanted = null;

    private Guid Keep(string content, Guid fresh)
    {
        if (wanted != content)
            (wanted, id) = (content, fresh);
        return id;
    }
}
