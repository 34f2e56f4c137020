using System.Security.Cryptography;
using System.Text;

namespace CenterDirectory.Importers.Formats.Syndication;

/// <summary>The columns of news, whichever format they came in.</summary>
internal static class SyndicationColumns
{
    private const int TitleOutOfText = 120;

    /// <summary>All columns, in order.</summary>
    public static IReadOnlyList<FixedColumn<SyndicationItem>> All { get; } =
    [
        new("id", new("Идентификатор записи; без него – её адрес, без адреса – отпечаток заголовка, даты и текста.", "The item's id; without one its address, without that a hash of title, date and text."), Id),
        new("title", new("Заголовок; без него – начало текста.", "Title; without one the beginning of the text."), Title),
        new("url", new("Адрес страницы.", "Address of the page."), item => Address(item, item.Url)),
        new("summary", new("Краткий текст без разметки.", "Short text, without markup."), item => item.Summary),
        new("content", new("Полный текст без разметки, абзацы – строками; и `yandex:full-text`.", "Whole text without markup, a line a paragraph; `yandex:full-text` too."), item => item.Content),
        new("published", new("Миг публикации по UTC; пусто, если пояс не назван.", "Instant of publication in UTC; empty if its offset is not told."), item => Date(item.Published)?.Instant),
        new("publishedOn", new("День публикации у издателя, `2026-03-15`.", "Day of publication at the publisher's, `2026-03-15`."), item => Date(item.Published)?.Day),
        new("updated", new("Миг последней правки по UTC.", "Instant of the last change in UTC."), item => Date(item.Updated)?.Instant),
        new("author", new("Имя автора, без адреса почты.", "Name of the author, without a mailbox."), item => item.Author),
        new("categories", new("Рубрики, по одной в строке.", "Categories, one a line."), item => string.Join('\n', item.Categories)),
        new("image", new("Адрес картинки.", "Address of the picture."), item => Address(item, item.Image)),
        new("enclosure", new("Адрес вложения.", "Address of the enclosure."), item => Address(item, item.Enclosure)),
        new("language", new("Язык, `ru`.", "Language, `ru`."), item => item.Language),
        new("feed", new("Название ленты.", "Title of the feed."), item => item.Feed),
    ];

    public static FeedDate? Date(string? text) => text is null ? null : SyndicationDates.Read(text);

    private static string? Id(SyndicationItem item)
    {
        if (item.Id is { Length: > 0 } id)
        {
            return PlainText.OneLine(id);
        }

        if (Address(item, item.Url) is { } url)
        {
            return url;
        }

        var said = $"{item.Title}\n{item.Published}\n{item.Summary ?? item.Content}";
        return said.Length == 2 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 12));
    }

    private static string? Title(SyndicationItem item)
    {
        if (item.Title is { Length: > 0 } title)
        {
            return title;
        }

        var text = item.Summary is { Length: > 0 } summary ? summary : item.Content;
        return text is null ? null : PlainText.Shorten(PlainText.OneLine(text), TitleOutOfText);
    }

    /// <summary>Addresses may be relative to the feed's own page.</summary>
    private static string? Address(SyndicationItem item, string? text)
    {
        var address = text is null ? "" : CellText.Trim(text);
        if (address.Length == 0 || address.Contains("://", StringComparison.Ordinal))
        {
            return address.Length == 0 ? null : address;
        }

        return Uri.TryCreate(item.Base, UriKind.Absolute, out var page) && Uri.TryCreate(page, address, out var whole) ? whole.AbsoluteUri : address;
    }
}
