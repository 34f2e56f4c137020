namespace CenterDirectory.Importers.Formats.Markup;

/// <summary>
/// Text of which only so much may be read at a stretch: an XML reader holds a whole attribute in memory, and nothing else
/// keeps a hostile one from being as long as the file.
/// </summary>
internal sealed class BoundedText(TextReader text, int limit) : TextReader
{
    private int read;

    /// <summary>Begins a new stretch.</summary>
    public void Reset() => read = 0;

    public override int Peek() => text.Peek();

    public override int Read() => throw new NotSupportedException("Documents are read in blocks.");

    public override int Read(char[] buffer, int index, int count) => Count(text.Read(buffer, index, count));

    public override async Task<int> ReadAsync(char[] buffer, int index, int count) => Count(await text.ReadAsync(buffer, index, count));

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default) =>
        Count(await text.ReadAsync(buffer, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int characters)
    {
        read += characters;
        return read <= limit ? characters : throw new TextTooLongException();
    }
}

/// <summary>More text at a stretch than any value has.</summary>
internal sealed class TextTooLongException : IOException;
