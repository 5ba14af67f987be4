using System.Security.Cryptography;

namespace Medera.Lab.Web.Custody;

/// <summary>
/// What is new in an event: identifiers, and the salts of its commitments. Desk and log are handed it as they are handed the
/// clock: the same commands under the same clock and the same source make the same log, byte for byte. Keys do not come from
/// here: nothing of them stands in the log.
/// </summary>
public class Fresh
{
    /// <summary>One identifier.</summary>
    public virtual Guid Id() => Ids.New();

    /// <summary>Identifiers for what one decision may bring to life, in the order in which it takes them.</summary>
    public virtual Guid[] Several(int count) => Ids.New(count);

    /// <summary>The salt of one private text's commitment.</summary>
    public virtual byte[] Salt() => RandomNumberGenerator.GetBytes(Commitment.SaltSize);
}
