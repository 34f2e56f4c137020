using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>Writes down which entities staged records speak of.</summary>
/// <param name="session">The connection of the run.</param>
internal sealed class StagedEntities(ImportSession session)
{
    /// <summary>Fewer are written one by one.</summary>
    private const int Many = 1_000;

    /// <summary>Places of which one is written: with fewer of them most of what is looked through is not meant.</summary>
    private const int MostPlaces = 8;

    // Digits, for SQLite can take part of a BLOB but makes no number of one.
    private const string WriteMany =
        """
        UPDATE staged SET "EntityId" = CAST(substr(@numbers, ("Id" - @first) * @width + 1, @width) AS INTEGER)
        WHERE "Id" BETWEEN @first AND @last AND CAST(substr(@numbers, ("Id" - @first) * @width + 1, @width) AS INTEGER) > 0
        """;

    private const string WriteOne = """UPDATE staged SET "EntityId" = @entity WHERE "Id" = @id""";

    /// <summary>Writes them; beside the database many at once, in the order of the table, which takes a third of the time.</summary>
    /// <param name="entities">Records, by the ids under which they are staged, and entities.</param>
    public void Write(IReadOnlyCollection<(long Staged, long Entity)> entities)
    {
        if (entities.Count == 0)
        {
            return;
        }

        var (first, last) = (entities.Min(one => one.Staged), entities.Max(one => one.Staged));
        if (session.Dialect.IsRemote || entities.Count < Many || (last - first) / MostPlaces > entities.Count)
        {
            WriteOneByOne(entities);
            return;
        }

        var width = entities.Max(one => one.Entity).ToString(CultureInfo.InvariantCulture).Length;
        var numbers = new byte[checked((last - first + 1) * width)];
        foreach (var (staged, entity) in entities)
        {
            Utf8Formatter.TryFormat(entity, numbers.AsSpan(checked((int)((staged - first) * width)), width), out _, new StandardFormat('D', (byte)width));
        }

        session.Prepare(WriteMany, "@numbers", "@first", "@width", "@last").Execute([numbers, first, (long)width, last]);
    }

    private void WriteOneByOne(IReadOnlyCollection<(long Staged, long Entity)> entities)
    {
        var write = session.Prepare(WriteOne, "@entity", "@id");
        foreach (var (staged, entity) in entities)
        {
            write.Execute([entity, staged]);
        }
    }
}
