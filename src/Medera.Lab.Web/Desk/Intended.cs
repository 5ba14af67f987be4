using Medera.Lab.Deciding;

namespace Medera.Lab.Web.Desk;

/// <summary>
/// Gives an act that somebody intends its identifier: the same one until the desk has answered. A button pressed twice, or pressed
/// again after a cut line, is one act; the next try after an answer is another.
/// </summary>
public sealed class Intended
{
    private Command? wanted;
    private Guid id;

    /// <summary>The identifier of this act.</summary>
    public Guid IdOf(Command command)
    {
        if (wanted is null || !wanted.Equals(command)) (wanted, id) = (command, Ids.New());
        return id;
    }

    /// <summary>The desk has answered: what is pressed from now on is intended anew.</summary>
    public void Answered() => wanted = null;
}
