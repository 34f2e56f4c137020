using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats.Hsds;

/// <summary>The objects of one kind in one file.</summary>
internal sealed class HsdsItems(HsdsKind kind) : ItemSource<HsdsObject>
{
    private const int MaxCharacters = 64 * 1024 * 1024;

    private readonly HsdsWalk walk = new(kind);
    private readonly List<JsonDocument> documents = [];

    public async ValueTask OpenAsync(TextReader text, CancellationToken cancellationToken)
    {
        if (await ReadAsync(text, cancellationToken) is not { } content)
        {
            Failure = new FeedFailure("hsds-too-large", new LocalizedText(
                "Файл HSDS длиннее 64 млн знаков. Разделите его на страницы.", "The HSDS file is longer than 64 million characters. Cut it into pages."));
            return;
        }

        try
        {
            Take(content);
        }
        catch (JsonException error)
        {
            Failure = new FeedFailure("document-malformed", new LocalizedText(
                $"Строка {error.LineNumber + 1}: JSON нарушен или обрывается. Исправьте его в источнике.",
                $"Line {error.LineNumber + 1}: the JSON is damaged or breaks off. Mend it in the source."));
            return;
        }

        Failure = walk.IsKnown ? null : new FeedFailure("not-hsds", new LocalizedText(
            "В файле нет ни организаций, ни услуг, ни мест HSDS. Проверьте адрес или файл.",
            "The file has neither organizations nor services nor locations of HSDS. Check the address or file."));
    }

    public override async IAsyncEnumerable<Placed<HsdsObject>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var item in walk.Found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    public override void Dispose() => documents.ForEach(document => document.Dispose());

    /// <summary>One document, or one object a line: the second line of NDJSON begins like the first.</summary>
    private void Take(string content)
    {
        var first = content.AsSpan().TrimStart().IndexOf('\n');
        if (first > 0 && content.AsSpan().TrimStart()[..first].TrimEnd().EndsWith('}') && content.AsSpan().TrimStart()[first..].TrimStart().StartsWith('{'))
        {
            var row = 0;
            foreach (var line in content.AsSpan().EnumerateLines())
            {
                row++;
                Take(line.ToString(), row);
            }
        }
        else
        {
            Take(content, 1);
        }
    }

    private void Take(string text, int row)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            documents.Add(JsonText.Parse(text));
            walk.Take(documents[^1].RootElement, row);
        }
    }

    private static async ValueTask<string?> ReadAsync(TextReader text, CancellationToken cancellationToken)
    {
        var content = new StringBuilder();
        var block = new char[64 * 1024];
        int read;
        while ((read = await text.ReadBlockAsync(block, cancellationToken)) > 0)
        {
            if (content.Length + read > MaxCharacters)
            {
                return null;
            }

            content.Append(block, 0, read);
        }

        return content.ToString();
    }
}
