namespace CenterDirectory.Importers.Formats;

/// <summary>What sites hang below their articles: links to others, share buttons, calls to log in or to subscribe.</summary>
internal static class Boilerplate
{
    // The cut is bounded on both sides: an article that begins with such words, or goes on long after them, is left alone.
    private const int MostCut = 2_000;

    private static readonly string[] Starts =
    [
        "Смотрите также", "Читайте также", "Читать далее", "Читать полностью", "Подробнее на сайте", "Поделиться", "Рассказать друзьям", "Подписывайтесь",
        "Подписаться на", "Войдите, чтобы", "Войти через", "Зарегистрируйтесь, чтобы", "Оставить комментарий", "Комментарии (", "Проголосовать",
        "Запись впервые появилась", "The post ", "Read more", "Continue reading", "Share this", "Related posts",
    ];

    /// <summary>The text up to the first line of that kind in its lower half.</summary>
    public static string Cut(string text)
    {
        var position = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var isBelow = position > text.Length / 2 && text.Length - position <= MostCut;
            if (isBelow && StartsLikeBoilerplate(line.TrimStart()))
            {
                return text[..position];
            }

            position += line.Length + 1;
        }

        return text;
    }

    private static bool StartsLikeBoilerplate(ReadOnlySpan<char> line)
    {
        foreach (var start in Starts)
        {
            if (line.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
