using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Data.Search;

/// <summary>
/// What search knows of a type. To add one: an entry in <see cref="All"/> and a value of <see cref="SearchType"/> for it; and count
/// <see cref="SearchIndexer.Version"/> up, so that directories that exist are indexed anew.
/// </summary>
/// <param name="Type">The type.</param>
/// <param name="Entity">Its class.</param>
/// <param name="Names">Properties whose words count most, the name first; its length tells which of two entries is meant rather.</param>
internal sealed record SearchedType(SearchType Type, Type Entity, string[] Names)
{
    /// <summary>Properties whose words count as well.</summary>
    public string[] Texts { get; init; } = [];

    /// <summary>Properties with numbers of registers or contacts: they are found as people type them.</summary>
    public string[] Numbers { get; init; } = [];

    /// <summary>Properties with the place in the source's words, addresses among them.</summary>
    public string[] PlaceTexts { get; init; } = [];

    /// <summary>Property with the id of the territory; null if there is none.</summary>
    public string? Place { get; init; }

    /// <summary>Links to several territories; null if there are none.</summary>
    public PlaceLinks? Places { get; init; }

    /// <summary>Property with the kinds of support; null if there is none.</summary>
    public string? SupportKinds { get; init; }

    /// <summary>SQL: how the type and state of an entry count, from 0 for what most people look for.</summary>
    public required string Rank { get; init; }

    /// <summary>Whether its name tells what it is about and not what it is: a headline stands behind the centers that it names.</summary>
    public bool IsAboutOthers { get; init; }

    /// <summary>Whether a longer name counts less.</summary>
    public bool PrefersShortNames { get; init; } = true;

    /// <summary>SQL: decides between entries of one rank, the smaller first.</summary>
    public string Order { get; init; } = "0";

    /// <summary>SQL: the last day on which the rank holds; null if it holds until the entry changes.</summary>
    public string? Until { get; init; }

    /// <summary>Whether it is searched unless types are named.</summary>
    public bool IsUsual { get; init; } = true;

    /// <summary>Whether nothing that is found out behind the merging of its entries, such as dates of repetitions, goes into the index.</summary>
    public bool IsWholeWhenMerged { get; init; }

    /// <summary>Fields beside those named above that rank and day depend on.</summary>
    public string[] Also { get; init; } = [];

    private const string DayZero = "2415020.5";
    private const string DayFarAhead = "200000";
    // A repeated event goes on after its first date; what is over was worked out before the index is written.
    private const string LastDay = """COALESCE(date("UpcomingUntil"), "DateLatest", date("EndsAt"), date("StartsAt"))""";
    private const string PublicationDay = """COALESCE("PublishedOnLatest", date("PublishedAt"))""";
    private const string IsUpcoming = $"""{LastDay} >= @today AND "Status" NOT IN ('Cancelled', 'Completed')""";

    /// <summary>All types, in no particular order.</summary>
    public static IReadOnlyList<SearchedType> All { get; } =
    [
        new(SearchType.Center, typeof(Center), [nameof(Center.Name), nameof(Center.ShortName), nameof(Center.Aliases), nameof(Center.DisplayName), nameof(Center.NameEn)])
        {
            Texts = [nameof(Center.Description), nameof(Center.DescriptionEn), nameof(Center.ActivityAreas), nameof(Center.Goals), nameof(Center.HostUnit)],
            Numbers = [nameof(Center.Contacts)],
            PlaceTexts = [nameof(Center.TerritoryText), nameof(Center.AddressText)],
            Place = nameof(Center.TerritoryId),
            SupportKinds = nameof(Center.SupportKinds),
            Rank = """CASE "Status" WHEN 'Active' THEN 2 WHEN 'Unknown' THEN 4 WHEN 'Planned' THEN 8 ELSE 18 END""",
            Also = [nameof(Center.Status)],
        },
        new(SearchType.Service, typeof(Service), [nameof(Service.Name), nameof(Service.NameEn)])
        {
            Texts =
            [
                nameof(Service.Description), nameof(Service.DescriptionEn), nameof(Service.ActivityAreas), nameof(Service.Eligibility), nameof(Service.Result),
                nameof(Service.HowToApply), nameof(Service.RequiredDocuments),
            ],
            Numbers = [nameof(Service.Contacts)],
            Place = nameof(Service.TerritoryId),
            SupportKinds = nameof(Service.SupportKinds),
            Rank = """CASE WHEN "Status" IN ('Active', 'Unknown') THEN 7 ELSE 16 END""",
            Also = [nameof(Service.Status)],
        },
        new(SearchType.Organization, typeof(Organization), [nameof(Organization.Name), nameof(Organization.ShortName), nameof(Organization.Aliases), nameof(Organization.NameEn)])
        {
            Texts = [nameof(Organization.ActivityAreas)],
            Numbers = [nameof(Organization.Ogrn), nameof(Organization.Inn), nameof(Organization.RegistryNumbers), nameof(Organization.Contacts)],
            PlaceTexts = [nameof(Organization.TerritoryText), nameof(Organization.AddressText)],
            Place = nameof(Organization.TerritoryId),
            Rank = """CASE WHEN "Status" IN ('Registered', 'Unknown') THEN 10 ELSE 26 END""",
            IsWholeWhenMerged = true,
            Also = [nameof(Organization.Status)],
        },
        new(SearchType.Event, typeof(Event), [nameof(Event.Title), nameof(Event.AlternativeTitles), nameof(Event.NameEn)])
        {
            Texts = [nameof(Event.Description), nameof(Event.DescriptionEn), nameof(Event.Agenda), nameof(Event.Findings), nameof(Event.Outcomes), nameof(Event.Venue)],
            PlaceTexts = [nameof(Event.TerritoryText), nameof(Event.AddressText)],
            Place = nameof(Event.TerritoryId),
            Rank = $"""CASE WHEN {IsUpcoming} THEN 1 WHEN {LastDay} IS NULL THEN 8 ELSE 14 END""",
            Order = $"CASE WHEN {IsUpcoming} THEN {Number(LastDay)} ELSE {DayFarAhead} - {Number(LastDay)} END",
            Until = $"CASE WHEN {IsUpcoming} THEN {LastDay} END",
            Also = [nameof(Event.Status), nameof(Event.Date), nameof(Event.DateLatest), nameof(Event.StartsAt), nameof(Event.EndsAt), nameof(Event.Recurrence)],
        },
        new(SearchType.NewsItem, typeof(NewsItem), [nameof(NewsItem.Title), nameof(NewsItem.NameEn)])
        {
            Texts = [nameof(NewsItem.Summary), nameof(NewsItem.Text), nameof(NewsItem.Author), nameof(NewsItem.Publisher)],
            Place = nameof(NewsItem.TerritoryId),
            Rank = "22",
            IsAboutOthers = true,
            PrefersShortNames = false,
            Order = $"{DayFarAhead} - {Number(PublicationDay)}",
            Also = [nameof(NewsItem.PublishedOn), nameof(NewsItem.PublishedAt)],
        },
        new(SearchType.Territory, typeof(Territory), [nameof(Territory.Name), nameof(Territory.NameEn)])
        {
            Numbers = [nameof(Territory.Oktmo)],
            Place = nameof(Territory.Id),
            Rank = """CASE "Kind" WHEN 'Region' THEN 0 WHEN 'Locality' THEN 5 ELSE 3 END""",
            Also = [nameof(Territory.Kind), nameof(Territory.Parent)],
        },
        new(SearchType.Network, typeof(Network), [nameof(Network.Name), nameof(Network.NameEn)])
        {
            Texts = [nameof(Network.Description), nameof(Network.DescriptionEn)],
            Places = new("NetworkTerritories", nameof(NetworkTerritory.NetworkId), nameof(NetworkTerritory.TerritoryId), "territories"),
            Rank = "2",
        },
        new(SearchType.Program, typeof(Program), [nameof(Program.Name), nameof(Program.NameEn)])
        {
            Texts = [nameof(Program.Description), nameof(Program.DescriptionEn), nameof(Program.Topics)],
            Places = new("ProgramTerritories", nameof(ProgramTerritory.ProgramId), nameof(ProgramTerritory.TerritoryId), "territories"),
            Rank = "4",
        },
        new(SearchType.Project, typeof(Project), [nameof(Project.Name), nameof(Project.NameEn)])
        {
            Texts = [nameof(Project.Goal), nameof(Project.Outcome), nameof(Project.Attribution)],
            Places = new("ProjectTerritories", nameof(ProjectTerritory.ProjectId), nameof(ProjectTerritory.TerritoryId), "territories"),
            Rank = "8",
        },
        new(SearchType.Grant, typeof(Grant), [nameof(Grant.Name), nameof(Grant.DisplayName), nameof(Grant.NameEn)])
        {
            IsUsual = false,
            Texts = [nameof(Grant.Number), nameof(Grant.Competition), nameof(Grant.Direction), nameof(Grant.Funder)],
            Rank = "24",
            Order = $"{DayFarAhead} - {Number("\"AwardedOnLatest\"")}",
            Also = [nameof(Grant.AwardedOn)],
        },
        new(SearchType.Practice, typeof(Practice), [nameof(Practice.Name), nameof(Practice.NameEn)])
        {
            Texts = [nameof(Practice.Description), nameof(Practice.DescriptionEn), nameof(Practice.OwnerText)],
            PlaceTexts = [nameof(Practice.OriginText)],
            Place = nameof(Practice.OriginId),
            Rank = "8",
        },
        new(SearchType.Person, typeof(Person), [nameof(Person.Name), nameof(Person.NameEn)]) { IsUsual = false, Rank = "4" },
    ];

    /// <summary>The types that are searched unless others are named.</summary>
    public static IReadOnlyList<SearchType> Usual { get; } = [.. All.Where(type => type.IsUsual).Select(type => type.Type)];

    /// <summary>A day as a number; 0 if it is unknown.</summary>
    private static string Number(string day) => $"CAST(COALESCE(julianday({day}) - {DayZero}, 0) AS INTEGER)";

    /// <summary>Links of entries to their territories.</summary>
    /// <param name="Table">The table.</param>
    /// <param name="Owner">Its column with the id of the entry.</param>
    /// <param name="Target">Its column with the id of the territory.</param>
    /// <param name="Field">The field of the entry that shows them.</param>
    internal sealed record PlaceLinks(string Table, string Owner, string Target, string Field);
}
