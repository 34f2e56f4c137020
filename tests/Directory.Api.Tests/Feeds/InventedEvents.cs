namespace CenterDirectory.Api.Tests.Feeds;

/// <summary>A row of an invented list of events.</summary>
internal sealed record InventedEvent(string Id)
{
    public string? Title { get; init; }

    public string? Kind { get; init; }

    public string? Status { get; init; }

    public string? Date { get; init; }

    public string? DateText { get; init; }

    public string? Previous { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? Zone { get; init; }

    public string? Territory { get; init; }

    public string? Recurrence { get; init; }

    public string? PartOf { get; init; }

    public string? Venue { get; init; }

    public string? Address { get; init; }

    public string? Url { get; init; }

    public string? Registration { get; init; }

    public string? Description { get; init; }

    public string? Mode { get; init; }

    public string? Audiences { get; init; }

    public string? Point { get; init; }

    /// <summary>The cells in the order of the columns.</summary>
    public IEnumerable<string?> Cells =>
    [
        Id, Title ?? Id, Kind, Status, Date, DateText, Previous, From, To, Zone, Territory, Recurrence, PartOf, Venue, Address, Url, Registration, Description, Mode, Audiences,
        Point?.Split(' ')[0], Point?.Split(' ')[1],
    ];
}

/// <summary>A directory with invented events, in territories with zones.</summary>
internal static class InventedEvents
{
    private const string Manifest = """
        key: invented
        title: Придуманные события
        grace-runs: 0
        tables:
          - source: { file: territories.csv }
            record: Territory
            id-from: [id]
            map: { slug: id, name: name, code: code, kind: { const: REGION }, parent: parent, timeZone: zone }
          - source: { file: events.csv }
            record: Event
            id-from: [id]
            map:
              slug: id
              title: title
              kind: kind
              status: status
              date: { from: date, date: [edtf] }
              dateText: dateText
              previousDate: { from: previous, date: [edtf] }
              startsAt: from
              endsAt: to
              timeZone: zone
              territory: territory
              recurrence: recurrence
              partOf: partOf
              venue: venue
              addressText: address
              url: url
              registrationUrl: registration
              description: description
              attendanceMode: mode
              audiences: { from: audiences, split: "|" }
              location: { latitude: lat, longitude: lon }
        expect: { removed-at-most: 100% }
        """;

    private const string Head =
        "id,title,kind,status,date,dateText,previous,from,to,zone,territory,recurrence,partOf,venue,address,url,registration,description,mode,audiences,lat,lon\n";

    /// <summary>Imports these events in place of all others.</summary>
    public static async Task ImportAsync(this OwnDirectory directory, params IEnumerable<InventedEvent> events)
    {
        directory.Write("invented.yaml", Manifest);
        directory.Write("territories.csv", "id,name,code,parent,zone\nkamchatka,Камчатский край,41,,Asia/Kamchatka\nvillage,Село Речное,,Камчатский край,\nomsk,Омская область,55,,Asia/Omsk\n");
        directory.Write("events.csv", Head + string.Concat(events.Select(item => string.Join(',', item.Cells.Select(Quote)) + "\n")));
        await directory.ImportAsync();
    }

    private static string Quote(string? cell) => $"\"{(cell ?? "").Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
