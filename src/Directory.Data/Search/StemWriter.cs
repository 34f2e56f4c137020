using System.Text;
using System.Text.Json;

namespace CenterDirectory.Data.Search;

/// <summary>
/// Turns texts into lines of stems, one after another into one buffer. Each word is stemmed once and then known: a registry of 250,000 names
/// has some ten thousand different words.
/// </summary>
internal sealed class StemWriter
{
    private const int MaximumKnown = 100_000;

    /// <summary>Texts are read up to here: nobody looks for what stands behind 100,000 letters.</summary>
    private const int MaximumText = 100_000;

    private readonly Dictionary<string, byte[]> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]>.AlternateLookup<ReadOnlySpan<char>> stems;
    private readonly char[] word = new char[WordReader.MaximumLength];
    private readonly byte[] digits = new byte[WordReader.MaximumLength];
    private char[] text = new char[1_024];
    private byte[] buffer = new byte[1 << 16];

    public StemWriter() => stems = known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Length of what is written.</summary>
    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written(int start, int length) => buffer.AsSpan(start, length);

    public void CutBackTo(int length) => Length = length;

    /// <summary>Writes the words of a value.</summary>
    /// <returns>How many there are.</returns>
    public int Write(SearchFieldForm form, ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return 0;
        }

        switch (form)
        {
            case SearchFieldForm.Number:
                WriteNumber(utf8);
                return 1;
            case SearchFieldForm.Values:
                WriteValues(utf8);
                return 0;
            case SearchFieldForm.List:
                var list = Decode(utf8);
                return WriteWords(list[..JsonEscapes.Undo(list)]);
            case SearchFieldForm.Address:
                return WriteWords(Decode(utf8), isAddress: true);
            default:
                return WriteWords(Decode(utf8));
        }
    }

    /// <summary>Writes what was written before, e.g. the words of a place.</summary>
    public void Repeat(ReadOnlySpan<byte> stems)
    {
        Reserve(stems.Length);
        stems.CopyTo(buffer.AsSpan(Length));
        Length += stems.Length;
    }

    private int WriteWords(ReadOnlySpan<char> source, bool isAddress = false)
    {
        var count = 0;
        var reader = new WordReader(source, word);
        while (reader.MoveNext())
        {
            if (isAddress && AddressWords.EndsPlace(reader.Current))
            {
                break;
            }

            if (isAddress && !AddressWords.IsPlace(reader.Current))
            {
                continue;
            }

            WriteStem(reader.IsNumber ? Ascii(reader.Current) : StemOf(reader.Current));
            count++;
        }

        return count;
    }

    private ReadOnlySpan<byte> Ascii(ReadOnlySpan<char> number)
    {
        Encoding.ASCII.GetBytes(number, digits);
        return digits.AsSpan(0, number.Length);
    }

    private byte[] StemOf(ReadOnlySpan<char> wanted)
    {
        if (stems.TryGetValue(wanted, out var stem))
        {
            return stem;
        }

        if (known.Count >= MaximumKnown)
        {
            known.Clear();
        }

        stem = SearchStems.IsJoining(wanted) ? [] : Encoding.UTF8.GetBytes(SearchStems.Of(wanted).ToString());
        known.Add(wanted.ToString(), stem);
        return stem;
    }

    private void WriteStem(ReadOnlySpan<byte> stem)
    {
        if (!stem.IsEmpty)
        {
            Reserve(stem.Length + 1);
            stem.CopyTo(buffer.AsSpan(Length));
            Length += stem.Length;
            buffer[Length++] = (byte)' ';
        }
    }

    /// <summary>A number in all forms in which it is looked for.</summary>
    private void WriteNumber(ReadOnlySpan<byte> utf8)
    {
        var length = 0;
        foreach (var symbol in utf8)
        {
            if (symbol is >= (byte)'0' and <= (byte)'9' && length < digits.Length)
            {
                digits[length++] = symbol;
            }
        }

        var number = digits.AsSpan(0, length);
        if (!SearchNumbers.IsTelephone(length, (char)digits[0]))
        {
            WriteStem(number);
            return;
        }

        foreach (var form in SearchNumbers.FormsOfTelephone)
        {
            WriteStem(number[^form..]);
        }
    }

    private void WriteValues(ReadOnlySpan<byte> json)
    {
        if (json.Length <= 2)
        {
            return;
        }

        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("value"u8) && reader.Read() && reader.GetString() is { } value)
            {
                var utf8 = Encoding.UTF8.GetBytes(value);
                if (SearchNumbers.IsNumber(value))
                {
                    WriteNumber(utf8);
                }
                else
                {
                    WriteWords(Decode(utf8));
                }
            }
        }
    }

    private Span<char> Decode(ReadOnlySpan<byte> utf8)
    {
        utf8 = utf8[..Math.Min(utf8.Length, MaximumText * 2)];
        if (text.Length < utf8.Length)
        {
            text = new char[utf8.Length * 2];
        }

        return text.AsSpan(0, Encoding.UTF8.GetChars(utf8, text));
    }

    private void Reserve(int length)
    {
        if (buffer.Length - Length < length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + length));
        }
    }
}
