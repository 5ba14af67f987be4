namespace Medera.Lab;

/// <summary>What acts and rules ask of the case file about a release.</summary>
public static class ReleaseFile
{
    extension(CaseFile file)
    {
        /// <summary>Whether the first release signature still covers what the second signer reads (custody log §3, "What is signed").</summary>
        public bool FirstStands(ReleaseSignature first) =>
            file.BatchVersion == first.AtVersion + 1 && (file.Signed is null || file.Signed.Over == first.Over);
    }
}
