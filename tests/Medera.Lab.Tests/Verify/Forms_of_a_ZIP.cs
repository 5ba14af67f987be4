using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Medera.Lab.TestSupport.Logs;
using Xunit;

namespace Medera.Lab.Tests.Verify;

/// <summary>The same package as different programs write it.</summary>
public class Forms_of_a_ZIP
{
    private static readonly PackageMaker Package = PackageMaker.OfLog(LogInMemory.Grow(300, [1, 2]));

    [Fact]
    public void with_lengths_after_the_content_are_read_as_a_laboratory_sends_them()
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(new NoWayBack(to), ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in Package.Parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(bytes);
            }
        }

        Assert.Equal(0, PackageMaker.Check(to.ToArray()).Code);
    }

    [Fact]
    public void with_a_comment_at_the_end_are_read()
    {
        var zip = Package.Zip();
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(zip.Length - 2), 5);
        Assert.Equal(0, PackageMaker.Check([.. zip, .. "hello"u8]).Code);
        Assert.Equal(2, PackageMaker.Check([.. zip, .. "hell"u8]).Code);
    }

    [Fact]
    public void with_the_wide_numbers_of_Zip64_are_read()
    {
        Assert.Equal(0, PackageMaker.Check(Wide(lie: 0)).Code);

        // The wide lengths count where they are there, and what they say is believed no more than others.
        Assert.Equal(2, PackageMaker.Check(Wide(lie: 1)).Code);
        Assert.Equal(2, PackageMaker.Check(Wide(lie: 10_000_000_000)).Code);
        Assert.Equal(2, PackageMaker.Check(Wide(lie: -1_000_000)).Code);
    }

    // Stored parts, each with its lengths and its place in the extra field of Zip64 only.
    private static byte[] Wide(long lie)
    {
        using var to = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var (name, bytes) in Package.Parts)
        {
            var at = to.Position;
            var letters = Encoding.ASCII.GetBytes(name);
            Write(
                to,
                0x04034b50u,
                (ushort)45,
                (ushort)0,
                (ushort)0,
                0u,
                0u,
                uint.MaxValue,
                uint.MaxValue,
                (ushort)letters.Length,
                (ushort)0
            );
            to.Write(letters);
            to.Write(bytes);
            var length = bytes.Length + (name is "checkpoint" ? lie : 0);
            Write(
                directory,
                0x02014b50u,
                (ushort)45,
                (ushort)45,
                (ushort)0,
                (ushort)0,
                0u,
                0u,
                uint.MaxValue,
                uint.MaxValue,
                (ushort)letters.Length,
                (ushort)28,
                (ushort)0,
                (ushort)0,
                (ushort)0,
                0u,
                uint.MaxValue
            );
            directory.Write(letters);
            Write(directory, (ushort)1, (ushort)24, length, length, at);
        }

        var (begin, record) = (to.Position, to.Position + directory.Length);
        to.Write(directory.ToArray());
        Write(
            to,
            0x06064b50u,
            44L,
            (ushort)45,
            (ushort)45,
            0u,
            0u,
            (long)Package.Parts.Count,
            (long)Package.Parts.Count,
            directory.Length,
            begin
        );
        Write(to, 0x07064b50u, 0u, record, 1u);
        Write(
            to,
            0x06054b50u,
            (ushort)0,
            (ushort)0,
            ushort.MaxValue,
            ushort.MaxValue,
            uint.MaxValue,
            uint.MaxValue,
            (ushort)0
        );
        return to.ToArray();
    }

    private static void Write(Stream to, params object[] numbers)
    {
        using var writer = new BinaryWriter(to, Encoding.ASCII, leaveOpen: true);
        foreach (var number in numbers)
        {
            switch (number)
            {
                case ushort two:
                    writer.Write(two);
                    break;
                case uint four:
                    writer.Write(four);
                    break;
                case long eight:
                    writer.Write(eight);
                    break;
                default:
                    throw new InvalidOperationException("No such width.");
            }
        }
    }

    /// <summary>A stream as a network connection is one.</summary>
    private sealed class NoWayBack(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
