using System.Runtime.CompilerServices;
using System.Text.Json;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats.Hsds;

/// <summary>The objects of one kind in one file.</summary>
internal sealed class HsdsItems(HsdsKind kind) : ItemSource<HsdsObject>
{
    private readonly HsdsWalk walk = new(kind);
    private IReadOnlyList<(JsonDocument Document, int Line)> documents = [];

    public async ValueTask OpenAsync(TextReader text, CancellationToken cancellationToken)
    {
        if (await JsonText.ReadAsync(text, cancellationToken) is not { } content)
        {
            Failure = new FeedFailure("hsds-too-large", new LocalizedText(
                "Файл HSDS длиннее 64 млн знаков. Разделите его на страницы.", "The HSDS file is longer than 64 million characters. Cut it into pages."));
            return;
        }

        try
        {
            documents = JsonText.ParseAll(content);
        }
        catch (JsonException error)
        {
            Failure = new FeedFailure("document-malformed", new LocalizedText(
                $"Строка {error.LineNumber + 1}: JSON нарушен или обрывается. Исправьте его в источнике.",
                $"Line {error.LineNumber + 1}: the JSON is damaged or breaks off. Mend it in the source."));
            return;
        }

        foreach (var (document, line) in documents)
        {
            walk.Take(document.RootElement, line);
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

    public override void Dispose()
    {
        foreach (var (document, _) in documents)
        {
            document.Dispose();
        }
    }
}
