using System.Globalization;
using System.Text.Json;
using Medera.Lab.Web.Resources;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.Scanning;

/// <summary>The words that the script of waiting scans shows, in the reader's language. {0} is filled by the script.</summary>
internal static class WaitingTexts
{
    /// <summary>All of them, with the reasons for which a waiting scan may be discarded, as one JSON object.</summary>
    public static string Json(IStringLocalizer<Texts> T) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["offline"] = T["Waiting.Offline"].Value,
                ["offlineWords"] = T["Waiting.OfflineWords"].Value,
                ["sending"] = T["Waiting.Sending"].Value,
                ["sendingWords"] = T["Waiting.SendingWords"].Value,
                ["again"] = T["Waiting.SignInAgain"].Value,
                ["againWords"] = T["Waiting.SignInAgainWords"].Value,
                ["ask"] = T["Waiting.Ask"].Value,
                ["askWords"] = T["Waiting.AskWords"].Value,
                ["send"] = T["Waiting.Send"].Value,
                ["discarded"] = T["Waiting.Discarded"].Value,
                ["discard"] = T["Waiting.Discard"].Value,
                ["reason"] = T["Waiting.Reason"].Value,
                ["really"] = T["Waiting.Really"].Value,
                ["back"] = T["Waiting.Back"].Value,
                ["try"] = T["Waiting.Try"].Value,
                ["others"] = T["Waiting.Others"].Value,
                ["othersWords"] = T["Waiting.OthersWords"].Value,
                ["kept"] = T["Waiting.Kept"].Value,
                ["keptWords"] = T["Waiting.KeptWords"].Value,
                ["blocked"] = T["Waiting.Blocked"].Value,
                ["blockedWords"] = T["Waiting.BlockedWords"].Value,
                ["notRecorded"] = T["Waiting.NotRecorded"].Value,
                ["more"] = T["Waiting.More"].Value,
                ["answers"] = T["Waiting.Answers"].Value,
                ["answersWords"] = T["Waiting.AnswersWords"].Value,
                ["dismiss"] = T["Waiting.Dismiss"].Value,
                ["accepted"] = T["Home.Accepted"].Value,
                ["refused"] = T["Home.Refused"].Value,
                ["expecting"] = T["Home.Read"].Value,
                ["noCode"] = T["Home.NoCode"].Value,
                ["unkept"] = T["Waiting.Unkept"].Value,
                ["unkeptWords"] = T["Waiting.UnkeptWords"].Value,
                ["signedOut"] = T["Waiting.SignedOut"].Value,
                ["signedOutWords"] = T["Waiting.SignedOutWords"].Value,
                ["underName"] = T["Waiting.UnderName"].Value,
                ["reasons"] = Reasons
                    .All.Where(r => r != Reasons.Other)
                    .ToDictionary(
                        r => r,
                        r => Words.Word(r, CultureInfo.CurrentUICulture.Name),
                        StringComparer.Ordinal
                    ),
            }
        );
}
