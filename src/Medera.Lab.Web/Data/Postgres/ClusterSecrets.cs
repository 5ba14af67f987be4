using System.Buffers.Text;
using System.Security.Cryptography;

namespace Medera.Lab.Web.Data.Postgres;

/// <summary>
/// The passwords of the cluster's login roles: one file a role, readable by the owner of the data folder alone. A password
/// is made the first time it is asked for and stays the same from then on.
/// </summary>
public sealed class ClusterSecrets
{
    private const int Bytes = 32;
    private readonly string folder;
    private readonly Lock making = new();

    /// <summary>Opens the folder, and makes it (mode 0700) when it is missing.</summary>
    public ClusterSecrets(string folder)
    {
        this.folder = folder;
        PrivateFiles.MakeFolder(folder, PrivateFiles.OwnerOnlyFolder);
    }

    /// <summary>The password of a role.</summary>
    /// <param name="role">The role's name: lower-case letters, digits and underscores, as it is the file's name too.</param>
    public string Read(string role)
    {
        var file = FileOf(role);
        lock (making)
        {
            if (File.Exists(file))
            {
                if (PrivateFiles.ModeOf(file) != PrivateFiles.OwnerOnlyFile)
                    PrivateFiles.SetMode(file, PrivateFiles.OwnerOnlyFile);
                var known = File.ReadAllText(file).Trim();
                if (known.Length > 0)
                    return known;
            }

            var made = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
            PrivateFiles.Replace(file, made);
            return made;
        }
    }

    /// <summary>Whether the role has a password already.</summary>
    public bool Has(string role) => File.Exists(FileOf(role));

    private string FileOf(string role)
    {
        if (role.Length is 0 or > 63 || !role.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
            throw new ArgumentException($"'{role}' is not a name of a role", nameof(role));
        return Path.Combine(folder, role);
    }
}
