using System.Text;
using Medera.Lab.Ledger;
using Medera.Lab.Tests.Architecture;
using Xunit;

namespace Medera.Lab.Tests.Ledger;

public class The_applications_bodies
{
    [Fact]
    public void say_to_the_ledger_what_they_say_to_the_application()
    {
        var bodies = File.ReadLines(Repository.Full("tests/Medera.Lab.Tests/Approved/bodies.txt"))
            .Where(line => line.StartsWith('{'))
            .Select(Encoding.UTF8.GetBytes)
            .ToList();
        Assert.NotEmpty(bodies);
        foreach (var body in bodies)
        {
            var entry = Entry.Parse(body);
            var fields = EntryFields.Read(body);
            var prev = new byte[Leaf.Size];
            fields.DecodePrev(prev);
            Assert.Equal(entry.Log, Encoding.ASCII.GetString(fields.Log));
            Assert.Equal(entry.Stream, Encoding.ASCII.GetString(fields.Stream));
            Assert.Equal(entry.Version, fields.Version);
            Assert.Equal(entry.Prev, prev);
            Assert.Equal(entry.Id, fields.Id);
            Assert.Equal(entry.Command, fields.Command);
            Assert.Equal(CanonicalValues.Instant(entry.Recorded), Encoding.ASCII.GetString(fields.Recorded));
            Assert.Contains(
                $"\"type\":\"{Encoding.ASCII.GetString(fields.Type)}\"",
                Encoding.UTF8.GetString(body),
                StringComparison.Ordinal
            );
        }
    }
}
