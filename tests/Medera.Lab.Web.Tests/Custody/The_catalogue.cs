using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Custody;

public sealed class The_catalogue(TestCluster cluster)
{
    [Fact]
    public async Task of_the_guarded_schemas_is_as_approved()
    {
        await using var lab = await cluster.CloneAsync();
        var approved = (
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Approved", "catalogue.txt"))
        ).ReplaceLineEndings("\n");

        var received = await Catalogue.ReadAsync(lab);

        if (received != approved)
        {
            var path = Path.Combine(AppContext.BaseDirectory, "catalogue.received.txt");
            await File.WriteAllTextAsync(path, received);
            Assert.Fail(
                $"""
                The catalogue differs from Approved/catalogue.txt (- approved, + received):
                {Catalogue.Difference(approved, received)}
                The received one was written to {path}: read it line by line before it takes the place of the approved one.
                """
            );
        }
    }
}
