namespace Medera.Lab.Processing;

/// <summary>Whose cells may come together in one vessel.</summary>
public static class PoolingRules
{
    /// <summary>Donors are pooled only where the protocol allows, and no protocol here can; autologous never with another donor.</summary>
    public static readonly Rule OneDonor = new(
        "R16",
        RuleKind.Stop,
        "chain of identity; the domain, §4",
        new("take a vessel of the same batch", "aynı partinin bir kabını alın"),
        new Dictionary<string, LocalizedText>
        {
            ["autologous"] = new(
                "{code} holds cells of another donor, and cells for the patient who gave them are never put together with others.",
                "{code} başka bir donörün hücrelerini içeriyor; otolog hücreler hiçbir zaman başkalarınınkiyle birleştirilmez."
            ),
            ["donors"] = new(
                "{code} holds cells of another donor. The protocol does not allow donors to be pooled.",
                "{code} başka bir donörün hücrelerini içeriyor. Protokol, donörlerin birleştirilmesine izin vermez."
            ),
        },
        (file, wanted, _) =>
            wanted is not PoolVessels
                ? []
                : file
                    .Taken.Where(c => IsOfAnother(file, c))
                    .Select(c => OneDonor!.Broken(Variant(file, c), ("code", c.Code)))
    );

    /// <summary>Whether a container holds cells of somebody else than the batch's donor.</summary>
    internal static bool IsOfAnother(CaseFile file, Container container) =>
        file.Lives.Batches.GetValueOrDefault(container.Batch) is { } its && its.Donor != file.TheBatch.Donor;

    private static string Variant(CaseFile file, Container container) =>
        file.TheBatch.Origin == Origin.Autologous || file.Lives.Batches[container.Batch].Origin == Origin.Autologous
            ? "autologous"
            : "donors";
}
