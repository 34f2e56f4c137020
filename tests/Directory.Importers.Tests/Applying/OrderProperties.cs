using System.Globalization;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Tests.Running;
using FsCheck;
using FsCheck.Fluent;

namespace CenterDirectory.Importers.Tests.Applying;

/// <summary>
/// Three sources that speak of the same places and organizations, and of centers and services of the same names, each with a history of its own: records appear,
/// change, go and return, days and priorities change. In whatever order their runs come, the directory ends the same.
/// </summary>
public sealed class OrderProperties
{
    private const int Runs = 3;

    private static readonly string[] Sources = ["a", "b", "c"];

    private static readonly Gen<History> Histories =
        from states in Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, 4), State.Size), Sources.Length * Runs)
        from priorities in Gen.ArrayOf(Gen.Choose(1, 3), Sources.Length * Runs)
        from one in Gen.Shuffle(Turns())
        from other in Gen.Shuffle(Turns())
        select new History([.. states.Zip(priorities, (wordings, priority) => new State(wordings, priority))], one, other);

    /// <summary>Histories to try; more than usual where somebody asks for it.</summary>
    private static readonly int Tries = int.Parse(Environment.GetEnvironmentVariable("ORDER_HISTORIES") ?? "8", CultureInfo.InvariantCulture);

    [Fact]
    public void In_whatever_order_the_runs_of_sources_come_the_directory_ends_the_same() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Tries), Prop.ForAll(Histories.ToArbitrary(), async history =>
            Assert.Equal(await EndOfAsync(history, history.One), await EndOfAsync(history, history.Other))));

    private static int[] Turns() => [.. Enumerable.Range(0, Sources.Length).SelectMany(source => Enumerable.Repeat(source, Runs))];

    private static async Task<string> EndOfAsync(History history, int[] turns)
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var next = new int[Sources.Length];
        foreach (var source in turns)
        {
            var state = history.States[source * Runs + next[source]++];
            await directory.ImportAsync(ScratchDirectory.Manifest(Sources[source], state.Priority * 10), state.Records(Sources[source]));
        }

        return await directory.CanonicalAsync();
    }

    private sealed record History(IReadOnlyList<State> States, int[] One, int[] Other)
    {
        public override string ToString() => $"{string.Join(' ', States)} in order {string.Concat(One)} and {string.Concat(Other)}";
    }

    /// <summary>What a source says at one time: of each record nothing (0), or one of four wordings.</summary>
    private sealed record State(int[] Wordings, int Priority)
    {
        public const int Size = 10;

        public override string ToString() => $"{Priority}:{string.Concat(Wordings)}";

        public IEnumerable<ImportRecord> Records(string source) =>
            Wordings.Select((wording, index) => wording == 0 ? null : Record(source, index, wording)).OfType<ImportRecord>();

        private static ImportRecord Record(string source, int index, int wording) => (index switch
        {
            0 or 1 => Invented.Record("Territory", $"t{index}", new
            {
                slug = wording == 4 ? $"place-{source}{index}" : null, name = $"Край {index} {(wording % 2 == 0 ? source : "")}".Trim(), kind = "Region", code = $"{index}",
                timeZone = wording == 1 ? null : $"Zone/{source}{wording}",
            }),
            2 or 3 or 4 => Invented.Record("Organization", $"o{index}", new
            {
                slug = $"fond-{index}", name = $"Фонд {wording % 3}{source}", shortName = wording > 2 ? $"Ф{wording}" : null,
                aliases = wording > 1 ? new[] { $"имя {wording}", $"ИМЯ {wording - 1}" } : null, activityAreas = new[] { source },
                territory = $"{index % 2}", ogrn = wording == 2 ? "1027700000001" : null,
            }),
            // 5 and 6 are of one name within a source, 7 and 8 across them too, and change their names; all of them come and go.
            5 or 6 or 7 => Invented.Record("Center", $"{index}", new
            {
                name = index == 7 ? $"Свой {source} {wording % 2}" : wording % 2 == 0 ? "Дом" : "Сад", territory = wording > 2 ? "Край 1" : "0", @operator = wording > 3 ? "a:o2" : $"o{index - 3}",
                supportKinds = new[] { wording > 2 ? "Training" : "Financial" }, level = "Regional", parent = wording == 1 ? "b:5" : null,
            }),
            _ => Invented.Service($"{index}", index == 9 ? $"Услуга {source} {wording % 2}" : $"Услуга {wording % 2}", wording > 2 ? "a:5" : "6", ["Consulting"], wording == 4 ? "Closed" : "Active"),
        }) with { AsOf = wording == 3 ? null : new DateOnly(2020 + ((wording + source[0]) % 3), 1, 1) };
    }
}
