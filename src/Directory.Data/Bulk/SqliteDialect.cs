namespace CenterDirectory.Data.Bulk;

/// <summary>The words of SQLite.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    private SqliteDialect()
    {
    }

    public static SqliteDialect Instance { get; } = new();

    public override string NumberKey => "INTEGER PRIMARY KEY";

    public override string Binary => "BLOB";

    public override string Day => "TEXT";

    public override string InKey => "WITHOUT ROWID";

    public override bool IsRemote => false;

    public override bool DefersIndexes => true;

    public override string Numbers(string parameter) => $"(SELECT value FROM json_each({parameter}))";

    public override string Texts(string parameter) => Numbers(parameter);

    public override string List(string parameter) => parameter;

    public override string Json(string column) => column;

    public override string Member(string column, string member) => $"{column} ->> '$.{member}'";

    public override string JsonArray(IEnumerable<string> columns) => $"json_array({string.Join(", ", columns)})";

    public override string Indexed =>
        """SELECT rowid & 4294967295 FROM "SearchTerms" WHERE "SearchTerms" MATCH @query AND (rowid >> 32) & 31 = @type""";

    public override string Beginnings(IEnumerable<string> beginnings) => string.Join(" AND ", beginnings.Select(text => $"\"{text}\" *"));

    public override string LastId(string table) => $"SELECT seq FROM sqlite_sequence WHERE name = '{table}'";

    public override string UpdateForGood => "UPDATE OR ROLLBACK";

    public override string NoTexts => "'[]'";

    public override string RowByRow => " NOT INDEXED";

    public override string NoteIds(string table) => "";

    public override string Analyze(params IReadOnlyList<string> tables) => "";
}
