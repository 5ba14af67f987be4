namespace Medera.Lab.Scanning;

/// <summary>Why a text is not what its beginning promised, and where, counted from 0; −1 where no single place can be named.</summary>
internal readonly record struct Fault(UnreadableWhy Why, int At)
{
    public static readonly Fault Unknown = new(UnreadableWhy.Unknown, -1);

    /// <summary>The same fault of a text that begins so many characters earlier.</summary>
    public Fault Behind(int characters) => At < 0 ? this : this with { At = At + characters };
}
