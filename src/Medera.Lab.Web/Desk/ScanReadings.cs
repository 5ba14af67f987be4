namespace Medera.Lab.Web.Desk;

/// <summary>How a scan was read: for the event that it becomes a part of.</summary>
internal static class ScanReadings
{
    /// <summary>Hash of a scan's content: the code as understood, or of which kind the text was that is none.</summary>
    public static byte[] HashOf(ScanRequest scan, Reading reading) =>
        AnswerCodec.Hash(scan, reading is Reading.Own own ? own.Code.Text : reading.GetType().Name);

    /// <summary>An identifier as this scan read it.</summary>
    public static Scan Read(ScanRequest scan, string identifier) =>
        new(
            identifier,
            AimIdentifier.Read(scan.Text),
            scan.Source,
            scan.OfflineAt is null ? ScanFlags.None : ScanFlags.Offline,
            scan.Sequence
        );

    /// <summary>How the code that an answer is about was read; null where the answer is about another one than was scanned, as a card's may be.</summary>
    public static Scan? CodeReading(ScanRequest scan, Answer answer) =>
        answer.Symbol is { } symbol
        && Barcode.Read(scan.Text, Arrival.From(scan.Source)) is Reading.Own own
        && own.Code.Text == symbol
            ? Read(scan, symbol)
            : null;
}
