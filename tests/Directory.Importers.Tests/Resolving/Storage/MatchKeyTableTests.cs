using CenterDirectory.Importers.Resolving.Rules;
using CenterDirectory.Importers.Resolving.Storage;
using CenterDirectory.Importers.Running;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Resolving.Storage;

public sealed class MatchKeyTableTests : IAsyncLifetime
{
    private static readonly MatchKeySort[] Sorts = Enum.GetValues<MatchKeySort>();

    private readonly RunRecords records = new() { LastKnownId = 0 };
    private readonly Dictionary<long, int> places = [];
    private ScratchDirectory directory = null!;
    private ImportSession session = null!;

    public async ValueTask InitializeAsync()
    {
        directory = await ScratchDirectory.CreateAsync();
        session = await ImportSession.OpenAsync(directory.Databases, TestContext.Current.CancellationToken);
        await session.BeginAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        await directory.DisposeAsync();
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 800)]
    [InlineData(4, 2_500)]
    [InlineData(5, MatchKeyTable.MostChanges)]
    [InlineData(6, MatchKeyTable.MostChanges)]
    public void Whatever_is_written_taken_away_and_retired_the_table_holds_what_a_dictionary_would(int seed, int mostChanges)
    {
        var random = new Random(seed);
        var expected = new SortedDictionary<(long Key, long Record), (long Source, int Mark)>();
        for (var round = 0; round < 12; round++)
        {
            var table = new MatchKeyTable(session, mostChanges);
            // Few different keys among many: some lie on a page by hundreds.
            var added = Some(random, round == 0 ? 5_000 : random.Next(1, 900), random.Next(2) == 0 ? 40 : 3_000);
            var (gone, retired) = (Pick(expected.Keys, random, 4), Pick(expected.Keys, random, 9));
            foreach (var (key, record) in gone)
            {
                table.Remove(key, record);
                expected.Remove((key, record));
            }

            foreach (var (key, record) in retired.Except(gone))
            {
                table.Retire(key, record);
                expected[(key, record)] = (-Math.Abs(expected[(key, record)].Source), expected[(key, record)].Mark);
            }

            // As a changed record does that has a key as before.
            foreach (var ((key, record), (source, mark)) in expected.Where(entry => entry.Value.Source > 0 && random.Next(9) == 0 && !added.Exists(row => IsOf(row, entry.Key))))
            {
                table.Remove(key, record, mark);
                added.Add(new KeyRow(key, places[record], mark));
            }

            table.Write(added, records);
            added.ForEach(row => expected[(row.Key, records.Ids[row.Record])] = (records.Sources[row.Record], row.Mark));

            Compare(expected, table);
            Compare(expected, new MatchKeyTable(session, mostChanges));
        }
    }

    [Fact]
    public void The_keys_of_a_large_load_fill_pages_and_one_more_parts_a_page()
    {
        var table = new MatchKeyTable(session, mostChanges: 0);
        table.Write([.. Enumerable.Range(1, 1_000).Select(number => Row(MatchKeySort.Inn, number, number))], records);
        Assert.Equal([334, 334, 332], Sizes());

        table.Write([.. Enumerable.Range(1, 100).Select(number => Row(MatchKeySort.Inn, number, 5_000 + number))], records);

        Assert.Equal([217, 217, 334, 332], Sizes());
    }

    [Fact]
    public async Task A_page_that_says_the_same_is_not_written_again()
    {
        // On a file, since it counts what is written.
        await using var file = await ScratchDirectory.CreateAsync(on: DatabaseKind.Sqlite);
        await using var own = await ImportSession.OpenAsync(file.Databases, TestContext.Current.CancellationToken);
        await own.BeginAsync(TestContext.Current.CancellationToken);
        new MatchKeyTable(own, mostChanges: 0).Write([.. Enumerable.Range(1, 1_000).Select(number => Row(MatchKeySort.Inn, number, number))], records);
        var before = own.Db.Database.SqlQueryRaw<long>("SELECT total_changes() AS \"Value\"").Single();

        var table = new MatchKeyTable(own, mostChanges: 0);
        table.Remove(MatchKey.Of(MatchKeySort.Inn, 7), 7);
        table.Write([Row(MatchKeySort.Inn, 7, 7)], records);

        Assert.Equal(before, own.Db.Database.SqlQueryRaw<long>("SELECT total_changes() AS \"Value\"").Single());
    }

    [Fact]
    public void The_table_knows_of_which_sorts_there_were_keys_before()
    {
        new MatchKeyTable(session).Write([Row(MatchKeySort.Declared, 1, 1), Row(MatchKeySort.Name, 1, 1)], records);

        var table = new MatchKeyTable(session);

        Assert.Equal([MatchKeySort.Declared, MatchKeySort.Name], Sorts.Where(table.Had));
    }

    [Fact]
    public void A_page_without_keys_is_gone_but_for_the_first()
    {
        List<KeyRow> rows = [.. Enumerable.Range(1, 1_000).Select(number => Row(MatchKeySort.Inn, number, number))];
        new MatchKeyTable(session, mostChanges: 0).Write(rows, records);

        var table = new MatchKeyTable(session, mostChanges: 0);
        rows.ForEach(row => table.Remove(row.Key, records.Ids[row.Record]));
        table.Write([], records);

        Assert.Equal([0], Sizes());
        Assert.Empty(table.Members(rows[0].Key));
        Assert.Empty(Sorts.SelectMany(table.Walk));
    }

    [Fact]
    public void A_few_changes_lie_in_front_of_the_pages_until_they_are_too_many()
    {
        new MatchKeyTable(session, mostChanges: 10).Write([.. Enumerable.Range(1, 1_000).Select(number => Row(MatchKeySort.Inn, number, number))], records);
        var table = new MatchKeyTable(session, mostChanges: 10);
        table.Remove(MatchKey.Of(MatchKeySort.Inn, 7), 7, mark: 0);
        table.Remove(MatchKey.Of(MatchKeySort.Inn, 8), 8, mark: 0);

        table.Write([Row(MatchKeySort.Inn, 8, 8), .. Enumerable.Range(1, 9).Select(number => Row(MatchKeySort.Name, number, number))], records);
        Assert.Equal([10, 334, 334, 332], Sizes());

        table.Write([Row(MatchKeySort.Name, 10, 10)], records);
        Assert.Equal([333, 334, 342], Sizes());
    }

    private bool IsOf(KeyRow row, (long Key, long Record) entry) => row.Key == entry.Key && records.Ids[row.Record] == entry.Record;

    private static void Compare(SortedDictionary<(long Key, long Record), (long Source, int Mark)> expected, MatchKeyTable table)
    {
        var byKey = expected.GroupBy(entry => entry.Key.Key).ToDictionary(
            group => group.Key, group => group.Select(entry => new KeyMember(entry.Key.Record, entry.Value.Source, entry.Value.Mark)).ToList());
        var walked = Sorts.SelectMany(table.Walk, (_, entry) => (entry.Key, Members: string.Join(' ', entry.Members))).ToList();

        Assert.Equal(byKey.OrderBy(group => group.Key).Select(group => (group.Key, string.Join(' ', group.Value))), walked);
        foreach (var (key, members) in byKey)
        {
            var live = members.Count(member => member.SourceId > 0);
            Assert.Equal(members, table.Members(key));
            Assert.Equal((live, Math.Min(live, 3)), (table.Count(key, int.MaxValue), table.Count(key, 3)));
            Assert.Equal(byKey.ContainsKey(key + 1), table.Members(key + 1).Count > 0);
        }
    }

    private static List<(long Key, long Record)> Pick(IEnumerable<(long Key, long Record)> all, Random random, int oneIn) =>
        [.. all.Where(_ => random.Next(oneIn) == 0)];

    private List<KeyRow> Some(Random random, int count, int keys) =>
    [
        .. Enumerable.Range(0, count)
            .Select(_ => (Sort: Sorts[random.Next(Sorts.Length)], Key: random.Next(keys), Record: random.Next(1, 2_000), Mark: random.Next(9)))
            .DistinctBy(row => (row.Sort, row.Key, row.Record))
            .Select(row => Row(row.Sort, row.Key, row.Record, row.Mark)).Order(),
    ];

    private KeyRow Row(MatchKeySort sort, long key, long record, int mark = 0)
    {
        if (!places.TryGetValue(record, out var place))
        {
            places.Add(record, place = records.Add(record, 0, 1 + (record % 3)));
        }

        return new KeyRow(MatchKey.Of(sort, key), place, mark);
    }

    private List<int> Sizes()
    {
        // A server gets what is written in batches.
        session.Bulk.Settle();
        return [.. session.Db.MatchKeyPages.OrderBy(page => page.First).Select(page => page.Entries).AsEnumerable().Select(bytes => KeyPacking.Unpack(bytes).Length)];
    }
}
