using FsCheck;
using FsCheck.Fluent;

namespace CenterDirectory.Api.Tests.Schema.Changes;

/// <summary>
/// What two invented sources say at one time: of each record nothing (0), or one of three wordings. Records refer to one another across the
/// sources, so what appears and goes pulls others along.
/// </summary>
internal sealed record InventedWorld(IReadOnlyList<int> Wordings)
{
    private const string Places = """
        key: places
        title: Места и организации
        priority: 40
        grace-runs: 0
        tables:
          - source: { file: territories.csv }
            record: Territory
            id-from: [id]
            map: { slug: id, name: name, kind: { const: REGION }, code: code, parent: parent, timeZone: zone }
          - source: { file: organizations.csv }
            record: Organization
            id-from: [id]
            map: { slug: id, name: name, territory: territory, parent: parent }
        expect: { removed-at-most: 100% }
        """;

    private const string Work = """
        key: work
        title: Центры и их дела
        grace-runs: 0
        tables:
          - source: { file: centers.csv }
            record: Center
            id-from: [id]
            map: { slug: id, name: name, territory: territory, operator: operator, parent: parent, supportKinds: { from: kinds, split: "|" } }
          - source: { file: services.csv }
            record: Service
            id-from: [id]
            map: { slug: id, name: name, center: center, supportKinds: { from: kinds, split: "|" }, status: status }
          - source: { file: events.csv }
            record: Event
            id-from: [id]
            map: { slug: id, title: title, territory: territory, partOf: parent, date: { from: date, date: [edtf] } }
          - source: { file: participants.csv }
            record: EventParticipant
            id-from: [id]
            map: { event: event, center: center, organization: organization, role: { const: HOST } }
          - source: { file: news.csv }
            record: NewsItem
            id-from: [id]
            map: { slug: id, title: title, territory: territory, text: text }
          - source: { file: mentions.csv }
            record: NewsCenter
            id-from: [id]
            map: { news: news, center: center }
          - source: { file: networks.csv }
            record: Network
            id-from: [id]
            map: { slug: id, name: name, coordinator: coordinator }
          - source: { file: members.csv }
            record: NetworkMember
            id-from: [id]
            map: { network: network, center: center, role: { const: PARTICIPANT } }
          - source: { file: areas.csv }
            record: CenterServiceArea
            id-from: [id]
            map: { center: center, territory: territory }
        expect: { removed-at-most: 100% }
        """;

    /// <summary>Files with their heads and, of each record, what its wordings say; <c>{n}</c> is its number, <c>{w}</c> the wording, <c>{x}</c> another number that goes with both.</summary>
    private static readonly Table[] Tables =
    [
        new("territories", "id,name,code,parent,zone", 3, "t{n},Край {n}{w},{n}{n},t{x},Asia/Omsk"),
        new("organizations", "id,name,territory,parent", 3, "o{n},Фонд {n}{w},t{x},o{w}"),
        new("centers", "id,name,territory,operator,parent,kinds", 3, "c{n},,t{w},places:o{x},c{w},TRAINING|CONSULTING"),
        new("services", "id,name,center,kinds,status", 3, "s{n},Услуга {n},c{w},FINANCIAL,ACTIVE"),
        new("events", "id,title,territory,parent,date", 3, "e{n},Встреча {w},t{x},e{w},2026-0{w}"),
        new("participants", "id,event,center,organization", 3, "p{n},e{x},c{w},places:o{n}"),
        new("news", "id,title,territory,text", 3, "n{n},Весть {w},t{x},Сегодня «Фонд {n}{x}» и «Фонд {x}{w}» собрались там где начинается Край {x}{n} и кончается Край {n}{w}."),
        new("mentions", "id,news,center", 2, "m{n},n{n},c{w}"),
        new("networks", "id,name,coordinator", 2, "w{n},Сеть {w},places:o{x}"),
        new("members", "id,network,center", 3, "b{n},w{x},c{w}"),
        new("areas", "id,center,territory", 2, "a{n},c{n},t{w}"),
    ];

    private static int Size { get; } = Tables.Sum(table => table.Records);

    /// <summary>What the sources say one time after another.</summary>
    public static Gen<InventedWorld[]> Histories { get; } =
        from length in Gen.Choose(2, 4)
        from worlds in Gen.ArrayOf(
            from share in Gen.Choose(1, 4)
            from wordings in Gen.ArrayOf(Gen.Choose(0, 3 * share).Select(wording => wording > 3 ? (wording % 3) + 1 : wording), Size)
            select new InventedWorld(wordings), length)
        select worlds;

    public override string ToString() => string.Concat(Wordings);

    /// <summary>Writes manifests and files.</summary>
    public void WriteTo(OwnDirectory directory)
    {
        directory.Write("places.yaml", Places);
        directory.Write("work.yaml", Work);
        var next = 0;
        foreach (var table in Tables)
        {
            var rows = Enumerable.Range(1, table.Records)
                .Select(number => (number, wording: Wordings[next++]))
                .Where(record => record.wording > 0)
                .Select(record => table.Row(record.number, record.wording));
            directory.Write($"{table.Name}.csv", string.Join('\n', [table.Head, .. rows, ""]));
        }
    }

    private sealed record Table(string Name, string Head, int Records, string Wording)
    {
        public string Row(int number, int wording) => Wording
            .Replace("{n}", $"{number}", StringComparison.Ordinal)
            .Replace("{w}", $"{wording}", StringComparison.Ordinal)
            .Replace("{x}", $"{((number + wording) % 3) + 1}", StringComparison.Ordinal);
    }
}
