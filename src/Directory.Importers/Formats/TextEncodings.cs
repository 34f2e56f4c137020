using System.Text;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Formats;

/// <summary>Finds out how the text of a file is encoded: byte order mark, validity as UTF-8, then which Cyrillic encoding reads as Russian.</summary>
internal static class TextEncodings
{
    // One encoding wins over the declared one only by a clear margin: a short file says little about itself.
    private const double ClearMargin = 0.25;

    // A repair changes capitals and a few letters only, so its gain is small; on sound text it is a loss.
    private const double RepairMargin = 0.03;

    private static readonly EncodingProvider CodePages = CodePagesEncodingProvider.Instance;

    // In the order of how often publishers use them: the earlier wins a tie.
    private static readonly Encoding[] Cyrillic =
        [CodePage(1251), CodePage(20866), CodePage(866), CodePage(10007), CodePage(28595)];

    // What publishers were seen to do to their text before they saved it as UTF-8.
    private static readonly MojibakeRepair[] Repairs =
        [new(CodePage(1251), CodePage(10007)), new(CodePage(1251), new UTF8Encoding(false)), new(CodePage(20866), CodePage(1251))];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The encoding that a manifest names, or null if there is none of that name.</summary>
    public static Encoding? Find(string name) => name.ToLowerInvariant() switch
    {
        "utf-8" or "utf8" => Utf8,
        "maccyrillic" => CodePage(10007),
        "ibm866" or "cp866" => CodePage(866),
        "cp1251" => CodePage(1251),
        "utf-16" or "utf-16le" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        var other => CodePages.GetEncoding(other),
    };

    /// <summary>Looks at a stream that can seek and leaves it at its start.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="declaredName">The encoding that the manifest, or the text itself, names; null if none is named.</param>
    /// <param name="survey">What is known of the bytes; null if somebody has to look through them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async ValueTask<TextReading> DetectAsync(Stream content, string? declaredName, EncodingSurvey? survey, CancellationToken cancellationToken)
    {
        content.Position = 0;
        survey ??= await EncodingSurvey.ReadAsync(content, cancellationToken);
        content.Position = 0;
        return Judge(survey, declaredName is null ? null : Find(declaredName));
    }

    private static TextReading Judge(EncodingSurvey survey, Encoding? declared)
    {
        if (survey.MarkedEncoding is { } marked)
        {
            return new TextReading(marked, null, false);
        }

        if (survey.LooksLikeUtf16 is { } utf16)
        {
            return new TextReading(utf16, null, IsOther(declared, utf16));
        }

        if (survey.IsUtf8)
        {
            var repair = FindRepair(survey.Sample);
            return new TextReading(Utf8, repair, survey.HasNonAscii && IsOther(declared, Utf8));
        }

        return JudgeSingleByte(survey.Sample, declared);
    }

    private static TextReading JudgeSingleByte(ReadOnlySpan<byte> sample, Encoding? declared)
    {
        var best = Cyrillic[0];
        var bestScore = double.NegativeInfinity;
        foreach (var candidate in Cyrillic)
        {
            var score = RussianLikeness.Of(candidate.GetString(sample));
            if (score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        if (declared is null || declared.CodePage == best.CodePage)
        {
            return new TextReading(best, null, false);
        }

        var isTrusted = declared.IsSingleByte && RussianLikeness.Of(declared.GetString(sample)) >= bestScore - ClearMargin;
        return isTrusted ? new TextReading(declared, null, false) : new TextReading(best, null, true);
    }

    /// <summary>Text that somebody decoded wrongly and saved as UTF-8: the pair of encodings that undoes it, or null if it reads well as it is.</summary>
    private static MojibakeRepair? FindRepair(ReadOnlySpan<byte> sample)
    {
        var text = Utf8.GetString(TrimToWholeCharacters(sample));
        MojibakeRepair? best = null;
        var bestScore = RussianLikeness.Of(text) + RepairMargin;
        foreach (var repair in Repairs.Where(repair => repair.IsPossible(text)))
        {
            var score = RussianLikeness.Of(repair.Apply(text));
            if (score > bestScore)
            {
                (best, bestScore) = (repair, score);
            }
        }

        return best;
    }

    private static ReadOnlySpan<byte> TrimToWholeCharacters(ReadOnlySpan<byte> sample)
    {
        while (sample.Length > 0 && (sample[^1] & 0xC0) == 0x80)
        {
            sample = sample[..^1];
        }

        return sample.Length > 0 && sample[^1] >= 0xC0 ? sample[..^1] : sample;
    }

    private static bool IsOther(Encoding? declared, Encoding found) => declared is not null && declared.CodePage != found.CodePage;

    private static Encoding CodePage(int number) => CodePages.GetEncoding(number, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)!;
}

/// <summary>How to read the text of a file.</summary>
/// <param name="Encoding">The encoding of its bytes.</param>
/// <param name="Repair">What undoes an earlier wrong decoding, if there was one.</param>
/// <param name="DiffersFromDeclared">Whether the manifest says otherwise.</param>
internal sealed record TextReading(Encoding Encoding, MojibakeRepair? Repair, bool DiffersFromDeclared)
{
    /// <summary>Whether a reader of UTF-8 can take the bytes as they are.</summary>
    public bool IsPlainUtf8 => Repair is null && Encoding.CodePage == Encoding.UTF8.CodePage;

    /// <summary>What a publisher or operator should know of it.</summary>
    /// <param name="isByManifest">Whether the encoding was declared by the manifest, or else by the file itself.</param>
    public IEnumerable<FeedRemark> Remarks(bool isByManifest = true)
    {
        if (DiffersFromDeclared)
        {
            var (ru, en) = isByManifest ? ("Манифест называет", "The manifest names") : ("Заголовок XML называет", "The XML prolog names");
            yield return new FeedRemark("encoding-differs", null, new LocalizedText(
                $"{ru} другую кодировку; файл прочитан как {Encoding.WebName}.", $"{en} another encoding; the file was read as {Encoding.WebName}."));
        }

        if (Repair is not null)
        {
            yield return new FeedRemark("text-repaired", null, new LocalizedText(
                $"Текст был испорчен у издателя ({Repair.Right.WebName} прочли как {Repair.Wrong.WebName}) и восстановлен.",
                $"The text was garbled by its publisher ({Repair.Right.WebName} read as {Repair.Wrong.WebName}) and has been restored."));
        }
    }

    /// <summary>The repaired text as UTF-8, for readers of bytes; the stream stays open.</summary>
    public Stream OpenUtf8(Stream content)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return IsPlainUtf8 ? content
            : Repair is null ? Encoding.CreateTranscodingStream(content, Encoding, utf8, leaveOpen: true)
            : Encoding.CreateTranscodingStream(Encoding.CreateTranscodingStream(content, Encoding, Repair.Wrong, leaveOpen: true), Repair.Right, utf8);
    }

    /// <summary>A reader of the repaired text; it leaves the stream open.</summary>
    public StreamReader Open(Stream content)
    {
        if (Repair is null)
        {
            return new StreamReader(content, Encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        }

        var bytes = Encoding.CreateTranscodingStream(content, Encoding, Repair.Wrong, leaveOpen: true);
        return new StreamReader(bytes, Repair.Right, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024);
    }
}

/// <summary>Text in encoding <paramref name="Right"/> had been decoded as <paramref name="Wrong"/>.</summary>
internal sealed record MojibakeRepair(Encoding Wrong, Encoding Right)
{
    /// <summary>Text that <see cref="Wrong"/> cannot write was not made by reading it so; a stray character added later does not count.</summary>
    public bool IsPossible(string text)
    {
        var lost = Wrong.GetBytes(text).AsSpan().Count((byte)'?') - text.AsSpan().Count('?');
        return lost <= text.Count(symbol => symbol >= 0x80) / 100;
    }

    public string Apply(string text) => Right.GetString(Wrong.GetBytes(text));
}
