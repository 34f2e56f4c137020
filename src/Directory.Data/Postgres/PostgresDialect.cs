using CenterDirectory.Data.Bulk;

namespace CenterDirectory.Data.Postgres;

/// <summary>The words of PostgreSQL; <c>texts_of</c> comes with the migrations.</summary>
internal sealed class PostgresDialect : SqlDialect
{
    private PostgresDialect()
    {
    }

    public static PostgresDialect Instance { get; } = new();

    public override string NumberKey => "bigint PRIMARY KEY";

    public override string Binary => "bytea";

    public override string Day => "date";

    public override string InKey => "";

    public override bool IsRemote => true;

    // Readers would wait for the end of the import.
    public override bool DefersIndexes => false;

    public override string Numbers(string parameter) => $"(SELECT CAST(value AS bigint) FROM json_array_elements_text(CAST({parameter} AS json)) AS value)";

    public override string Texts(string parameter) => $"(SELECT json_array_elements_text(CAST({parameter} AS json)))";

    public override string List(string parameter) => $"texts_of({parameter})";

    public override string Json(string column) => $"CAST(to_json({column}) AS text)";

    public override string Member(string column, string member) => $"CAST({column} AS json) ->> '{member}'";

    public override string JsonArray(IEnumerable<string> columns) => $"CAST(json_build_array({string.Join(", ", columns)}) AS text)";

    public override string Indexed =>
        """SELECT "Position" & 4294967295 FROM "SearchTerms" WHERE "Terms" @@ CAST(@query AS tsquery) AND ("Position" >> 32) & 31 = @type""";

    public override string Beginnings(IEnumerable<string> beginnings) => string.Join(" & ", beginnings.Select(text => $"'{text}':*"));

    public override string LastId(string table) => $"""SELECT CASE WHEN is_called THEN last_value END FROM "{table}_Id_seq" """;

    public override string NoTexts => "'{}'::text[]";

    public override string RowByRow => "";

    public override string UpdateForGood => "UPDATE";

    public override string NoteIds(string table) =>
        $"""
        SELECT setval('"{table}_Id_seq"', last) FROM (SELECT MAX("Id") AS last FROM "{table}") AS given
        WHERE last > COALESCE(({LastId(table)}), 0);
        """;

    public override string Analyze(params IReadOnlyList<string> tables) => string.Concat(tables.Select(table => $"ANALYZE \"{table}\";"));
}
