using System.Buffers.Binary;
using System.IO.Compression;

namespace Medera.Lab.Verify.Packages;

/// <summary>
/// The content of one entry, from its first byte to its declared end. An entry that ends before or goes on after it is refused where
/// that shows, so no more than the declared length is ever inflated. CRCs are not looked at: what counts are the hashes.
/// </summary>
internal sealed class ZipContent : IDisposable
{
    private const int LocalHeaderSize = 30;

    private readonly Window window;
    private readonly DeflateStream? inflate;
    private long left;
    private bool ended;

    /// <exception cref="Unusable">There is no entry at that place.</exception>
    public ZipContent(Stream file, ZipItem item, long end)
    {
        var header = new byte[LocalHeaderSize];
        if (end - item.Offset < LocalHeaderSize)
            throw Damaged();
        file.Position = item.Offset;
        file.ReadExactly(header);
        var begin =
            item.Offset
            + LocalHeaderSize
            + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26))
            + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != 0x04034b50 || begin > end - item.Stored)
            throw Damaged();
        End = begin + item.Stored;
        window = new Window(file, begin, item.Stored);
        inflate = item.Deflated ? new DeflateStream(window, CompressionMode.Decompress, leaveOpen: true) : null;
        left = item.Length;
    }

    /// <summary>Where its bytes end in the file.</summary>
    public long End { get; }

    /// <summary>Reads on.</summary>
    /// <returns>How many bytes came; 0 at the declared end, which was the true one.</returns>
    /// <exception cref="Unusable">The entry is damaged, ends too early or goes on.</exception>
    public int Read(Span<byte> into)
    {
        if (into.IsEmpty)
            return 0;
        try
        {
            if (left == 0)
            {
                if (!ended)
                    RequireEnd();
                return 0;
            }

            var read = (inflate ?? (Stream)window).Read(into[..(int)Math.Min(into.Length, left)]);
            left -= read;
            return read > 0 ? read : throw Damaged();
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    /// <summary>Reads to the end, whatever comes.</summary>
    public void Drain(Span<byte> buffer)
    {
        while (Read(buffer) > 0)
        {
            // Only that it can be read counts.
        }
    }

    public void Dispose()
    {
        inflate?.Dispose();
        window.Dispose();
    }

    private void RequireEnd()
    {
        Span<byte> further = stackalloc byte[1];
        if (inflate is not null && inflate.Read(further) > 0)
            throw Damaged();

        // The runtime stops in silence where deflated bytes end too early, and reads no further where others follow.
        if (window.AskedBeyond || window.Left > 0)
            throw Damaged();
        ended = true;
    }

    private static Unusable Damaged() =>
        new("A part of the package is damaged: it cannot be read to the end that it declares.");

    /// <summary>
    /// A part of the file. Its last byte is given out alone: a reader that stops before it did not need it.
    /// </summary>
    private sealed class Window(Stream file, long begin, long length) : Stream
    {
        private long at;

        public long Left => length - at;

        public bool AskedBeyond { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            if (Left == 0)
            {
                AskedBeyond |= !buffer.IsEmpty;
                return 0;
            }

            var most = Left == 1 ? 1 : (int)Math.Min(buffer.Length, Left - 1);
            file.Position = begin + at;
            var read = file.Read(buffer[..Math.Min(most, buffer.Length)]);
            if (read == 0 && !buffer.IsEmpty)
                throw Damaged();
            at += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
