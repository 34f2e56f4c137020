namespace CenterDirectory.Data.Bulk;

/// <summary>The words in which statements of the importers differ; what both databases understand stands in the statements themselves.</summary>
internal abstract class SqlDialect
{
    /// <summary>Type of a temporary table's key that is a number.</summary>
    public abstract string NumberKey { get; }

    /// <summary>Type of bytes in a temporary table.</summary>
    public abstract string Binary { get; }

    /// <summary>Type of a day in a temporary table.</summary>
    public abstract string Day { get; }

    /// <summary>Behind a table whose rows lie in their key.</summary>
    public abstract string InKey { get; }

    /// <summary>Whether each question goes over a wire, so that asking for many things at once pays.</summary>
    public abstract bool IsRemote { get; }

    /// <summary>Whether indexes may be taken away and built again behind a load without others noticing.</summary>
    public abstract bool DefersIndexes { get; }

    /// <summary>A subquery of the numbers in a parameter with a JSON list.</summary>
    public abstract string Numbers(string parameter);

    /// <summary>A subquery of the texts in a parameter with a JSON list.</summary>
    public abstract string Texts(string parameter);

    /// <summary>The value of a list column out of a parameter with a JSON list.</summary>
    public abstract string List(string parameter);

    /// <summary>A list column as JSON text.</summary>
    public abstract string Json(string column);

    /// <summary>A member of a column with a JSON object, as text; null if it has none.</summary>
    public abstract string Member(string column, string member);

    /// <summary>Columns as one JSON array of texts.</summary>
    public abstract string JsonArray(IEnumerable<string> columns);

    /// <summary>A list of texts without any, as a value of a column.</summary>
    public abstract string NoTexts { get; }

    /// <summary>A query of the ids of entries of the type <c>@type</c> in the index of search that <c>@query</c> finds.</summary>
    public abstract string Indexed { get; }

    /// <summary>A question to the index of search for entries with words that begin so, all of them.</summary>
    public abstract string Beginnings(IEnumerable<string> beginnings);

    /// <summary>A query of the last id that a table's rows were given, gone ones too; none if it never had a row.</summary>
    public abstract string LastId(string table);

    /// <summary>
    /// UPDATE for a statement over many rows that is never taken back without its transaction: where a database would remember what the rows were
    /// before, it need not.
    /// </summary>
    public abstract string UpdateForGood { get; }

    /// <summary>Behind a table of which most rows are wanted: an index would lead from one to another of them, all over the table.</summary>
    public abstract string RowByRow { get; }

    /// <summary>Tells a table of ids that its rows were given past it; empty if it knows.</summary>
    public abstract string NoteIds(string table);

    /// <summary>Tells the planner how tables look now; empty if it does not ask.</summary>
    public abstract string Analyze(params IReadOnlyList<string> tables);
}
