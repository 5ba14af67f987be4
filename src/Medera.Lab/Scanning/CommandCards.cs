namespace Medera.Lab.Scanning;

/// <summary>What a command card asks for. A card says with a scan what sterile gloves cannot press.</summary>
public enum CommandCard
{
    /// <summary>Forget the first of two scans, and take a refusal off the screen.</summary>
    Undo,

    /// <summary>Say what the code is that is scanned next, and do nothing with it.</summary>
    WhatIsThis,

    /// <summary>Discard the container that waits; it is done when <see cref="Confirm"/> follows.</summary>
    Discard,

    /// <summary>Yes: do what the screen asks, or take a refusal off it.</summary>
    Confirm,
}

/// <summary>The codes of the command cards: the same in every laboratory, because a card names no thing of a laboratory.</summary>
public static class CommandCards
{
    private static readonly IReadOnlyDictionary<CommandCard, OwnCode> Codes = new Dictionary<CommandCard, OwnCode>
    {
        [CommandCard.Undo] = OwnCode.Make(CodeKind.CommandCard, "UNDSELCT"),
        [CommandCard.WhatIsThis] = OwnCode.Make(CodeKind.CommandCard, "WHATSTHS"),
        [CommandCard.Discard] = OwnCode.Make(CodeKind.CommandCard, "DSCARDTT"),
        [CommandCard.Confirm] = OwnCode.Make(CodeKind.CommandCard, "CNFRMYES"),
    };

    /// <summary>Every card, in the order in which they are printed.</summary>
    public static IReadOnlyList<CommandCard> All { get; } =
    [CommandCard.Confirm, CommandCard.Undo, CommandCard.WhatIsThis, CommandCard.Discard];

    /// <summary>The code on a card.</summary>
    public static OwnCode CodeOf(CommandCard card) => Codes[card];

    /// <summary>The card of a code; null where it is none that is known.</summary>
    public static CommandCard? Find(OwnCode code)
    {
        foreach (var card in All)
        {
            if (CodeOf(card) == code)
                return card;
        }

        return null;
    }
}
