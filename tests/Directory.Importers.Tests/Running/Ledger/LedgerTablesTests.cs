using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Running;
using CenterDirectory.Importers.Running.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Importers.Tests.Running.Ledger;

public sealed class LedgerTablesTests
{
    private static readonly DateTime Then = new(2026, 3, 8, 12, 30, 15, 250, DateTimeKind.Utc);

    [Fact]
    public async Task The_books_have_the_columns_of_the_model()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.AskAsync(db =>
        {
            Assert.Equal(ColumnsOf<Source>(db.Model), LedgerTables.Sources.Columns.Order(StringComparer.Ordinal));
            Assert.Equal(ColumnsOf<ImportRun>(db.Model), LedgerTables.Runs.Columns.Order(StringComparer.Ordinal));
            Assert.Equal(ColumnsOf<RunInput>(db.Model), LedgerTables.Inputs.Columns.Order(StringComparer.Ordinal));
            return Task.FromResult(true);
        });
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_is_written_is_what_EF_reads_and_what_is_read_again(DatabaseKind kind)
    {
        await using var directory = await ScratchDirectory.CreateAsync(on: kind);
        var source = SourceWithAll();
        var run = RunWithAll();
        var input = new RunInput { Address = "https://example.org/a.csv", Hash = [1, 2, 255], Length = 5_000_000_000, ETag = "\"a\"", LastModified = Then };
        await WriteAsync(directory, async session =>
        {
            await LedgerTables.Sources.AddAsync(session, source, Cancel);
            run.SourceId = source.Id;
            await LedgerTables.Runs.AddAsync(session, run, Cancel);
            input.RunId = run.Id;
            await LedgerTables.Inputs.AddAsync(session, input, Cancel);
        });

        await directory.AskAsync(async db =>
        {
            AssertSame(source, await db.Sources.SingleAsync(row => row.Key == "registry", Cancel));
            AssertSame(run, await db.ImportRuns.SingleAsync(Cancel));
            AssertSame(input, await db.RunInputs.SingleAsync(Cancel));
            return true;
        });
        await using var reading = await ImportSession.OpenAsync(directory.Databases, Cancel);
        AssertSame(source, (await LedgerTables.FindSourceAsync(reading, "registry", Cancel))!.Value);
        AssertSame(run, (await LedgerTables.Runs.GetAsync(reading, run.Id, Cancel)).Value);
        AssertSame(input, (await LedgerTables.Inputs.ReadAsync(reading, "", Cancel)).Single().Value);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_nothing_is_known_of_stays_empty(DatabaseKind kind)
    {
        await using var directory = await ScratchDirectory.CreateAsync(on: kind);
        var source = new Source { Key = "registry", Title = "Реестр", Format = "csv" };
        await WriteAsync(directory, session => LedgerTables.Sources.AddAsync(session, source, Cancel));

        await using var reading = await ImportSession.OpenAsync(directory.Databases, Cancel);
        AssertSame(source, (await LedgerTables.Sources.GetAsync(reading, source.Id, Cancel)).Value);
        Assert.Null(await LedgerTables.Runs.FindAsync(reading, "", Cancel));
    }

    [Fact]
    public async Task Only_what_differs_is_written()
    {
        await using var directory = await ScratchDirectory.CreateAsync(on: DatabaseKind.Sqlite);
        await WriteAsync(directory, session => LedgerTables.Sources.AddAsync(session, SourceWithAll(), Cancel));
        await using var session = await ImportSession.OpenAsync(directory.Databases, Cancel);
        await session.BeginAsync(Cancel);
        var row = (await LedgerTables.FindSourceAsync(session, "registry", Cancel))!;
        // Somebody else's word between reading and writing: a column that the books have not touched keeps it.
        await session.ExecuteAsync("""UPDATE "Sources" SET "Publisher" = 'другой'""", Cancel);
        var before = await ChangesAsync(session);

        await LedgerTables.Sources.UpdateAsync(session, row, Cancel);
        Assert.Equal(before, await ChangesAsync(session));

        row.Value.Title = "Новый";
        await LedgerTables.Sources.UpdateAsync(session, row, Cancel);

        Assert.Equal(before + 1, await ChangesAsync(session));
        var now = (await LedgerTables.FindSourceAsync(session, "registry", Cancel))!.Value;
        Assert.Equal(("Новый", "другой"), (now.Title, now.Publisher));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Source SourceWithAll() => new()
    {
        Key = "registry", Title = "Реестр", Publisher = "Министерство", Licence = "CC BY 4.0", Url = new Uri("https://example.org/реестр?a=b"), Format = "csv",
        Schedule = "0 0 5 * * ? (Europe/Moscow)", Priority = 70, LastSuccessAt = Then, NextRunAt = Then.AddDays(1), ConsecutiveFailures = 3, RecordCount = 12, Enabled = false,
        Health = SourceHealth.Of(SourceHealthState.Failing, new LocalizedText("Плохо.", "Badly.")), ManifestHash = [0, 1, 128, 255], PausedAt = Then.AddMilliseconds(1),
        PauseReasonRu = "почему", PauseReasonEn = "why", StaleAt = Then.AddDays(2), AsOf = new DateOnly(2026, 2, 28), IsLive = true, MergedAs = "70 live",
    };

    private static ImportRun RunWithAll() => new()
    {
        Status = ImportRunStatus.Quarantined, StartedAt = Then, FinishedAt = Then.AddSeconds(5), Read = 9, OutOfScope = 1, Added = 2, Changed = 3, Unchanged = 4, Retired = 5,
        Warnings = 6, Errors = 7, ReasonRu = "причина", ReasonEn = "reason", InputHash = [9, 8, 7],
    };

    private static async Task WriteAsync(ScratchDirectory directory, Func<ImportSession, Task> write)
    {
        await using var session = await ImportSession.OpenAsync(directory.Databases, Cancel);
        await session.BeginAsync(Cancel);
        await write(session);
        await session.CommitAsync(Cancel);
    }

    private static Task<long> ChangesAsync(ImportSession session) => session.CountAsync("SELECT total_changes()", Cancel);

    private static IEnumerable<string> ColumnsOf<T>(IModel model)
    {
        var type = model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        return type.GetProperties().Concat(type.GetComplexProperties().SelectMany(complex => complex.ComplexType.GetProperties()))
            .Select(property => property.GetColumnName(table)!).Order(StringComparer.Ordinal);
    }

    /// <summary>By all columns: what is compared is what both rows would write.</summary>
    private static void AssertSame<T>(T expected, T actual)
        where T : class
    {
        foreach (var property in typeof(T).GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance))
        {
            if (property.PropertyType.IsValueType || property.PropertyType == typeof(string) || property.PropertyType == typeof(byte[]) || property.PropertyType == typeof(Uri)
                || property.PropertyType == typeof(SourceHealth))
            {
                Assert.Equal(property.GetValue(expected), property.GetValue(actual));
            }
        }
    }
}
