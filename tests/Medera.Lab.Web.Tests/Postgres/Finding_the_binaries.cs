using Medera.Lab.Web.Data.Postgres;
using Xunit;

namespace Medera.Lab.Web.Tests.Postgres;

/// <summary>Where PostgreSQL is, or the one sentence that says how to get it.</summary>
public sealed class Finding_the_binaries : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void finds_those_of_this_system()
    {
        var found = PostgresBinaries.Find(null);
        Assert.True(found.Major >= PostgresBinaries.Oldest);
        Assert.True(File.Exists(found.Initdb));
        Assert.True(File.Exists(found.PgCtl));
        Assert.True(File.Exists(found.Postgres));
        Assert.Equal(found, PostgresBinaries.Find(found.Folder));
        Assert.Equal(found, PostgresBinaries.Find(Path.GetDirectoryName(found.Folder)));
    }

    [Fact]
    public void says_in_one_sentence_how_to_install_what_is_missing()
    {
        var missing = Assert.Throws<LaboratoryCannotStart>(() => PostgresBinaries.Find(scratch["nowhere"]));
        Assert.Contains(scratch["nowhere"], missing.Message);
        Assert.Contains("install", missing.Message);
        Assert.DoesNotContain('\n', missing.Message);
    }

    [Fact]
    public void takes_the_version_that_the_data_want_and_refuses_one_too_old()
    {
        Pretend("14", "postgres (PostgreSQL) 14.2");
        Pretend("16", "postgres (PostgreSQL) 16.1 (Debian 16.1-1)");
        Assert.Equal(16, PostgresBinaries.Find(scratch["16"]).Major);
        Assert.Equal(16, PostgresBinaries.Find(scratch["16"], major: 17).Major);
        Assert.Contains(
            "PostgreSQL 14",
            Assert.Throws<LaboratoryCannotStart>(() => PostgresBinaries.Find(scratch["14"])).Message
        );
    }

    [Fact]
    public void makes_the_links_of_an_unpacked_package()
    {
        Pretend(Path.Combine("package", "native"), "postgres (PostgreSQL) 18.4");
        File.WriteAllText(scratch["package", "native", "libpq.so.5.18"], "library");
        File.WriteAllText(
            scratch["package", "native", "pg-symlinks.json"],
            """[{"source":"native/libpq.so.5.18","target":"native/libpq.so.5"},{"source":"native/libpq.so.5.18","target":"native/libpq.so"}]"""
        );
        Assert.Equal(18, PostgresBinaries.Find(scratch["package"]).Major);
        Assert.Equal("library", File.ReadAllText(scratch["package", "native", "libpq.so"]));
        Assert.Equal("libpq.so.5.18", new FileInfo(scratch["package", "native", "libpq.so.5"]).LinkTarget);
    }

    [Theory]
    [InlineData("ID=debian", "apt-get install postgresql")]
    [InlineData("ID=ubuntu\nID_LIKE=debian", "apt-get install postgresql")]
    [InlineData("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"", "dnf install postgresql-server")]
    [InlineData("ID=alpine", "apk add postgresql")]
    [InlineData("ID=arch", "pacman -S postgresql")]
    [InlineData("ID=\"opensuse-leap\"\nID_LIKE=\"suse opensuse\"", "zypper install postgresql-server")]
    public void knows_how_each_family_of_systems_installs(string osRelease, string line) =>
        Assert.Contains(line, InstallLine.ForLinux(osRelease.Split('\n')));

    private void Pretend(string folder, string version)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();
        Directory.CreateDirectory(scratch[folder, "bin"]);
        foreach (var program in new[] { "initdb", "pg_ctl", "postgres" })
        {
            File.WriteAllText(scratch[folder, "bin", program], $"#!/bin/sh\necho '{version}'\n");
            File.SetUnixFileMode(scratch[folder, "bin", program], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
