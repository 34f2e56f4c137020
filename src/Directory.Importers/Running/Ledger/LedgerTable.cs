namespace CenterDirectory.Importers.Running.Ledger;

/// <summary>
/// Rows of the books, past EF (docs/decisions/0034-books-past-ef.md). A run reads and writes a handful of them, and an import of nothing new hardly
/// anything else.
/// </summary>
/// <param name="name">Name of the table.</param>
/// <param name="make">An empty row.</param>
/// <param name="key">The column of the id, which the database gives.</param>
/// <param name="columns">All others.</param>
internal sealed class LedgerTable<T>(string name, Func<T> make, LedgerColumn<T> key, params IReadOnlyList<LedgerColumn<T>> columns)
{
    private readonly IReadOnlyList<LedgerColumn<T>> all = [key, .. columns];

    /// <summary>Names of its columns.</summary>
    public IEnumerable<string> Columns => all.Select(column => column.Name);

    /// <summary>The row of an id that is known to be there.</summary>
    public async Task<LedgerRow<T>> GetAsync(ImportSession session, long id, CancellationToken cancellationToken) =>
        (await FindAsync(session, $"""WHERE "{key.Name}" = @id""", cancellationToken, ("@id", id)))!;

    /// <summary>The first row; null if there is none.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="rest">What follows the name of the table in the statement.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="parameters">Those of the statement.</param>
    public async Task<LedgerRow<T>?> FindAsync(ImportSession session, string rest, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) =>
        (await ReadAsync(session, rest + " LIMIT 1", cancellationToken, parameters)).FirstOrDefault();

    /// <summary>Rows.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="rest">What follows the name of the table in the statement.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="parameters">Those of the statement.</param>
    public Task<List<LedgerRow<T>>> ReadAsync(ImportSession session, string rest, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) =>
        session.QueryAsync(
            $"""SELECT {string.Join(", ", Columns.Select(column => $"\"{name}\".\"{column}\""))} FROM "{name}" {rest}""",
            reader =>
            {
                var row = make();
                for (var place = 0; place < all.Count; place++)
                {
                    if (!reader.IsDBNull(place))
                    {
                        all[place].Set(row, reader, place);
                    }
                }

                return new LedgerRow<T>(row, Values(row));
            },
            cancellationToken, parameters);

    /// <summary>Adds a row, which gets its id.</summary>
    public async Task<LedgerRow<T>> AddAsync(ImportSession session, T row, CancellationToken cancellationToken)
    {
        var sql = $"""
            INSERT INTO "{name}" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))})
            VALUES ({string.Join(", ", columns.Select((_, place) => $"@c{place}"))}) RETURNING "{key.Name}"
            """;
        await session.ReadAsync(sql, reader => key.Set(row, reader, 0), cancellationToken, [.. columns.Select((column, place) => ($"@c{place}", column.Get(row)))]);
        return new LedgerRow<T>(row, Values(row));
    }

    /// <summary>Writes what of a row is otherwise than it was read.</summary>
    public async Task UpdateAsync(ImportSession session, LedgerRow<T> row, CancellationToken cancellationToken)
    {
        var values = Values(row.Value);
        List<int> differing = [.. Enumerable.Range(1, columns.Count).Where(place => !AreEqual(values[place], row.Written[place]))];
        if (differing.Count == 0)
        {
            return;
        }

        var assignments = string.Join(", ", differing.Select(place => $"\"{all[place].Name}\" = @c{place}"));
        await session.ExecuteAsync(
            $"""UPDATE "{name}" SET {assignments} WHERE "{key.Name}" = @id""", cancellationToken,
            [.. differing.Select(place => ($"@c{place}", values[place])), ("@id", values[0])]);
        row.Written = values;
    }

    private object?[] Values(T row) => [.. all.Select(column => column.Get(row))];

    private static bool AreEqual(object? one, object? other) =>
        one is byte[] bytes && other is byte[] others ? bytes.AsSpan().SequenceEqual(others) : Equals(one, other);
}

/// <summary>A row and what the database holds of it.</summary>
internal sealed class LedgerRow<T>(T value, object?[] written)
{
    public T Value { get; } = value;

    /// <summary>The values of its columns as they were read or written last.</summary>
    public object?[] Written { get; set; } = written;
}
