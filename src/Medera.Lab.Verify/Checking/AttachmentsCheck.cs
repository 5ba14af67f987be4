using System.Globalization;
using System.Security.Cryptography;
using Medera.Lab.Ledger;
using Medera.Lab.Verify.Packages;

namespace Medera.Lab.Verify.Checking;

/// <summary>Compares attachments with their names, which are their hashes.</summary>
internal static class AttachmentsCheck
{
    private const int BufferSize = 64 * 1024;

    public static IEnumerable<Finding> Run(PackageFile package, CancellationToken cancel)
    {
        var buffer = new byte[BufferSize];
        foreach (var name in package.Attachments)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var content = package.Content(PackageNames.Attachments + name);
            while (content.Read(buffer) is > 0 and var came)
            {
                cancel.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, came);
            }

            if (Convert.ToHexStringLower(hash.GetHashAndReset()) != name)
                yield return new Finding(
                    FindingKind.AttachmentDiffers,
                    $"The attachment {name} has another content than its name says."
                );
        }
    }

    public static void Tell(PackageFile package, List<string> proved)
    {
        if (package.Attachments.Count() is > 0 and var count)
            proved.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Of {count} attachments the content has the hash in its name."
                )
            );
    }
}
