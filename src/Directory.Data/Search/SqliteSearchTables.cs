namespace CenterDirectory.Data.Search;

/// <summary>The tables of the index on SQLite.</summary>
internal static class SqliteSearchTables
{
    /// <summary>
    /// Stems by entry, without the texts that they are from (<c>content=''</c>) and without their places in them (<c>detail=column</c>): nobody
    /// asks for phrases, and the index is half as large. Beginnings of two to four letters, which the most words have, are looked up instead of
    /// gathered. Stems are cut and folded already, so the simplest tokenizer will do.
    /// </summary>
    public const string CreateTerms =
        """
        CREATE VIRTUAL TABLE "SearchTerms" USING fts5("names", "places", "texts", content='', contentless_delete=1, detail=column, prefix='2 3 4',
            tokenize='ascii');
        """;

    /// <summary>The same, and the words that are in it.</summary>
    public const string Create = CreateTerms + """CREATE VIRTUAL TABLE "SearchVocabulary" USING fts5vocab("SearchTerms", 'row');""";
}
