using System.Security.Cryptography;
using System.Text;
using Medera.Lab.Ledger;

namespace Medera.Lab.Verify.Witnessing;

/// <summary>The command <c>witness</c>.</summary>
internal static class WitnessCommand
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static async Task<int> RunAsync(
        IReadOnlyList<string> words,
        TextWriter said,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var given = new Arguments(words, ["--listen", "--state", "--key", "--log", "--make-key"]);
        given.RequireNothingAlone();
        var keyFile = given.Needed("--key");
        if (given.One("--make-key") is { } name)
        {
            MakeKey(name, keyFile, said);
            return CommandLine.Right;
        }

        using var signer = ReadKey(keyFile);
        var keys = GivenFiles.Keys(given.All("--log"));
        if (keys.Count == 0)
            throw new Unusable("Name at least one log with --log: its key, or a file with it.");
        var folder = given.Needed("--state");
        var listen = given.Needed("--listen");
        using var alone = OnlyOne(folder);
        var logs = keys.GroupBy(key => key.Name, StringComparer.Ordinal)
            .Select(same => new WitnessedLog([.. same], folder, signer, clock))
            .ToList();
        using var server = new WitnessServer(listen, logs, line => said.WriteLineAsync(line));
        await said.WriteLineAsync($"The witness {signer.Key.Name} listens at http://{listen}/add-checkpoint");
        await said.WriteLineAsync($"Its key: {signer.Key}");
        foreach (var log in logs)
            await said.WriteLineAsync(
                FormattableString.Invariant(
                    $"Log {log.Origin}: {(log.Size == 0 ? "nothing cosigned yet" : FormattableString.Invariant($"cosigned up to {log.Size} events"))}"
                )
            );
        await server.RunAsync(cancel);
        return CommandLine.Right;
    }

    private static void MakeKey(string name, string file, TextWriter said)
    {
        var seed = RandomNumberGenerator.GetBytes(NoteSigner.SeedSize);
        try
        {
            DurableFile.Create(
                file,
                Encoding.UTF8.GetBytes(NoteSigner.Text(name, SignatureKind.Cosignature, seed) + "\n")
            );
            using var signer = new NoteSigner(name, SignatureKind.Cosignature, seed);
            said.WriteLine(signer.Key);
        }
        catch (Malformed broken)
        {
            throw new Unusable(broken.Message);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new Unusable(
                "The key's file cannot be made there, or is there already: a key is never written over."
            );
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    private static NoteSigner ReadKey(string file)
    {
        var text = GivenFiles.Text(file);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~OwnerOnly) != UnixFileMode.None)
            throw new Unusable("The key's file can be read by others than its owner; take that away with chmod 600.");
        try
        {
            var signer = NoteSigner.Parse(text.TrimEnd('\n'));
            if (signer.Key.Kind == SignatureKind.Cosignature)
                return signer;
            signer.Dispose();
        }
        catch (Malformed)
        {
            // The same sentence as for a log's key.
        }

        throw new Unusable("The key's file holds no witness's key; make one with --make-key.");
    }

    // Two witnesses over one folder would each take what the other one kept for what it knows itself.
    private static FileStream OnlyOne(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(
                Path.Combine(folder, "lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new Unusable("The state's folder cannot be written to, or another witness is using it.");
        }
    }
}
