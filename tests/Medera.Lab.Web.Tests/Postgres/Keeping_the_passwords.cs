using Medera.Lab.Web.Data.Postgres;
using Xunit;

namespace Medera.Lab.Web.Tests.Postgres;

/// <summary>One file a role, for the owner alone.</summary>
public sealed class Keeping_the_passwords : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void makes_each_role_its_own_and_keeps_it()
    {
        var secrets = new ClusterSecrets(scratch["secrets"]);
        Assert.False(secrets.Has("lab_app"));
        var app = secrets.Read("lab_app");
        Assert.True(app.Length >= 43, "fewer than 256 bits");
        Assert.NotEqual(app, secrets.Read("lab_auditor"));
        Assert.Equal(app, new ClusterSecrets(scratch["secrets"]).Read("lab_app"));
        Assert.True(secrets.Has("lab_app"));
    }

    [Fact]
    public void lets_no_other_user_read_them_also_after_a_careless_copy()
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();
        var secrets = new ClusterSecrets(scratch["secrets"]);
        var password = secrets.Read("lab_app");
        var file = scratch["secrets", "lab_app"];
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Equal(password, secrets.Read("lab_app"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../postgres")]
    [InlineData("Lab_App")]
    [InlineData("lab app")]
    public void refuses_what_is_no_name_of_a_role(string role) =>
        Assert.Throws<ArgumentException>(() => new ClusterSecrets(scratch["secrets"]).Read(role));
}
