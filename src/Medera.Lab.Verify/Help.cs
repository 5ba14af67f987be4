namespace Medera.Lab.Verify;

/// <summary>What <c>--help</c> says.</summary>
internal static class Help
{
    public const string Text = """
        medera-verify checks the custody log of a laboratory without the laboratory's software.

          medera-verify check PACKAGE [--checkpoint FILE]... [--key KEY]... [--policy FILE]
              Checks a package: of everything, of a period, or of a batch (check-batch does the same).
              --checkpoint FILE   a checkpoint that you kept: from a print, an e-mail, a witness
              --key KEY           the log's key (vkey), or a file with keys, that you did not get with the package
              --policy FILE       the witnesses that you believe, and how many of them must have cosigned

          medera-verify watch URL --state FILE [--key KEY]... [--every SECONDS] [--once]
              Follows a log over HTTP and proves each time that it grew out of what was seen before.

          medera-verify witness --listen ADDRESS:PORT --state FOLDER --key FILE --log KEY [--log KEY]...
              Cosigns the checkpoints of these logs, each only if it follows from the last one.
          medera-verify witness --make-key NAME --key FILE
              Makes a witness's key; prints the public half, which the laboratory needs.

        Exit code: 0 nothing wrong was found, and what was proved is said; 1 something is wrong, and it is said what and with which
        event first; 2 what was given cannot be used, and nothing is said about the log.

        """;
}
