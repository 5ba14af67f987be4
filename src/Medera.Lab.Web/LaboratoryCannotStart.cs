namespace Medera.Lab.Web;

/// <summary>
/// The laboratory cannot be opened, for a reason that a person can act on. The message is one sentence that says what is
/// wrong and what to do; the program prints it without a stack and ends.
/// </summary>
public sealed class LaboratoryCannotStart : Exception
{
    /// <summary>Names the reason in one sentence.</summary>
    public LaboratoryCannotStart(string sentence)
        : base(sentence) { }

    /// <summary>Names the reason in one sentence and keeps what led to it for the log.</summary>
    public LaboratoryCannotStart(string sentence, Exception cause)
        : base(sentence, cause) { }
}
