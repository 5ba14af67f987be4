using System.Text;

namespace Medera.Lab.Verify;

/// <summary>
/// Lets text through and no commands to the terminal: what is told repeats names out of files that may come from anybody.
/// </summary>
internal sealed class PlainWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) =>
        inner.Write(
            value is '\n' or '\r'
            || !(
                char.IsControl(value)
                || value is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')
            )
                ? value
                : '?'
        );

    public override void Flush() => inner.Flush();
}
