namespace Medera.Lab.Materials;

/// <summary>What the fields of a material's command can be: quantities that can be, and a GTIN with its check digit.</summary>
internal static class MaterialFields
{
    private const decimal Least = 0.001m;
    private const decimal Most = Limits.Numbers.Quantity;
    private const int GtinDigits = 14;

    /// <summary>In thousandths: nobody measures finer, and a slip of the finger is found.</summary>
    public static IEnumerable<Broken> CheckQuantity(decimal quantity) =>
        decimal.Round(quantity, 3) == quantity
            ? Bounds.Check([("quantity", quantity, Least, Most)])
            : [DeskRules.Incomplete.Broken("field", ("field", "quantity"))];

    /// <summary>Fourteen digits with the check digit, where one is given.</summary>
    public static IEnumerable<Broken> CheckGtin(string? gtin) =>
        gtin is null || (gtin.Length == GtinDigits && gtin.All(char.IsAsciiDigit) && Gs1Content.HasCheckDigit(gtin))
            ? []
            : [DeskRules.Incomplete.Broken("field", ("field", "gtin"))];
}
