using Medera.Lab.Verify.Packages;

namespace Medera.Lab.Verify.Checking;

/// <summary>Checks a package of whichever kind.</summary>
internal static class PackageCheck
{
    /// <exception cref="Unusable">The package turns out to be damaged, or what was brought along is of another log.</exception>
    public static Verdict Run(PackageFile package, Brought brought, CancellationToken cancel)
    {
        foreach (var kept in brought.Checkpoints.Where(kept => kept.Checkpoint.Origin != package.Manifest.Origin))
            throw new Unusable($"Your checkpoint {kept.From} is of another log than the package.");

        // A policy may name several logs.
        var keys = brought.Keys.Where(key => key.Name == package.Manifest.Origin).ToList();
        if (keys.Count == 0 && brought.Keys.Count > 0)
            throw new Unusable("The key that you gave is of another log than the package.");
        brought = brought with { Keys = keys };
        return package.Manifest switch
        {
            Manifest.OfLog log => LogPackageCheck.Run(package, log, brought, cancel),
            Manifest.OfBatch batch => BatchPackageCheck.Run(package, batch, brought, cancel),
            _ => throw new InvalidOperationException("A kind of package without a check."),
        };
    }
}
