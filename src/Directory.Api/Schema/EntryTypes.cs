using System.Linq.Expressions;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema;

// Relations of the entries. Plain properties are fields without being named here; a relation is one expression, read for all parents at once.
// A link that stands there twice counts once: the conditions ask from the link, because SQLite cannot ask from the parent in a page (no APPLY).

/// <summary>What all entries share.</summary>
[InterfaceType<DirectoryEntry>, Node]
internal static class DirectoryEntryType
{
    /// <summary>Languages in which a name exists; in others names and texts fall back to Russian.</summary>
    /// <param name="entry">The entry.</param>
    public static IReadOnlyList<Locale> GetAvailableLocales([Parent(Requires = [nameof(DirectoryEntry.NameEn)])] DirectoryEntry entry) =>
        entry.NameEn is null ? RussianOnly : Both;

    /// <summary>Its page on this directory's site; null for types without pages.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="origin">Where the site is.</param>
    public static Uri? GetPageUrl([Parent(Requires = [nameof(DirectoryEntry.Slug)])] DirectoryEntry entry, SiteOrigin origin) =>
        EntryAddress.PathOf(entry.GetType().Name, entry.Slug) is { } path ? new Uri(origin.Lasting + path) : null;

    private static readonly Locale[] RussianOnly = [Locale.Ru];
    private static readonly Locale[] Both = [Locale.Ru, Locale.En];
}

/// <summary>Relations of a center.</summary>
[ObjectType<Center>, DefaultOrder(nameof(Center.DisplayName))]
internal static class CenterType
{
    /// <summary>Territories it works for.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Center, IEnumerable<Territory>>> ServiceAreas => center => center.ServiceAreas.Select(area => area.Territory);

    /// <summary>Centers that belong to it.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Center, IEnumerable<Center>>> Branches => center => center.Branches;

    /// <summary>Networks it belongs to.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Center, IEnumerable<Network>>> Networks => center => center.Memberships
        .Where(member => !member.Network.Members.Any(other => other.CenterId == member.CenterId && other.Id < member.Id))
        .Select(member => member.Network);

    /// <summary>What it offers.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Center, IEnumerable<Service>>> Services => center => center.Services;

    /// <summary>Events it takes part in.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Center, IEnumerable<Event>>> Events => center => center.EventLinks.Select(link => link.Event);

    /// <summary>News that mention it.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Center, IEnumerable<NewsItem>>> News => center => center.NewsLinks.Select(link => link.News);

    /// <summary>Centers it works with.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Center, IEnumerable<CenterPartner>>> Partners => center => center.Partners;

    /// <summary>Organizations that belong to or gather around it, as far as they are named.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Center, IEnumerable<CenterMember>>> Members => center => center.Members;

    /// <summary>People with public roles in it.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Center, IEnumerable<PersonRole>>> People => center => center.People;

    /// <summary>Programs it takes part in.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Center, IEnumerable<Program>>> Programs => center => center.Programs
        .Where(link => !link.Program.Centers.Any(other => other.CenterId == link.CenterId && other.Id < link.Id))
        .Select(link => link.Program);

    /// <summary>Projects it takes part in.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Center, IEnumerable<Project>>> Projects => center => center.Projects
        .Where(link => !link.Project.Centers.Any(other => other.CenterId == link.CenterId && other.Id < link.Id))
        .Select(link => link.Project);

    /// <summary>Practices it developed or took over.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Center, IEnumerable<Practice>>> Practices => center => center.Practices
        .Where(link => !link.Practice.Centers.Any(other => other.CenterId == link.CenterId && other.Id < link.Id))
        .Select(link => link.Practice);

    /// <summary>Figures about it.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Center, IEnumerable<Metric>>> Metrics => center => center.Metrics;
}

/// <summary>Order of services.</summary>
[ObjectType<Service>, DefaultOrder(nameof(Service.DisplayName))]
internal static class ServiceType;

/// <summary>Relations of an organization.</summary>
[ObjectType<Organization>, DefaultOrder(nameof(Organization.DisplayName))]
internal static class OrganizationType
{
    /// <summary>Centers it runs.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Organization, IEnumerable<Center>>> OperatedCenters => organization => organization.OperatedCenters;

    /// <summary>Services it provides.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Organization, IEnumerable<Service>>> Services => organization => organization.Services;

    /// <summary>Events it takes part in.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Organization, IEnumerable<Event>>> Events => organization => organization.Participations
        .Where(part => !part.Event.Participants.Any(other => other.OrganizationId == part.OrganizationId && other.Id < part.Id))
        .Select(part => part.Event);

    /// <summary>News that mention it.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Organization, IEnumerable<NewsItem>>> News => organization => organization.NewsLinks.Select(link => link.News);

    /// <summary>Projects it received money for.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Organization, IEnumerable<Project>>> Projects => organization => organization.Projects;

    /// <summary>Grants it received.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Organization, IEnumerable<Grant>>> Grants => organization => organization.Grants;

    /// <summary>Figures about it.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Organization, IEnumerable<Metric>>> Metrics => organization => organization.Metrics;

    /// <summary>People with public roles in it.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Organization, IEnumerable<PersonRole>>> People => organization => organization.People;
}

/// <summary>Relations of an event.</summary>
[ObjectType<Event>, DefaultOrder(nameof(Event.DateEarliest))]
internal static class EventType
{
    /// <summary>Events that are parts of it.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Event, IEnumerable<Event>>> Parts => item => item.Parts;

    /// <summary>Who takes part and how.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Event, IEnumerable<EventParticipant>>> Participants => item => item.Participants;

    /// <summary>Centers among the participants.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Event, IEnumerable<Center>>> Centers => item => item.CenterLinks.Select(link => link.Center);

    /// <summary>News about it.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Event, IEnumerable<NewsItem>>> News => item => item.News
        .Where(link => !link.Event.News.Any(other => other.NewsId == link.NewsId && other.Id < link.Id))
        .Select(link => link.News);
}

/// <summary>Relations of a news item.</summary>
[ObjectType<NewsItem>(Plural = "News"), DefaultOrder("-" + nameof(NewsItem.PublishedOn))]
internal static class NewsItemType
{
    /// <summary>Events it reports or announces.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<NewsItem, IEnumerable<Event>>> Events => news => news.Events
        .Where(link => !link.News.Events.Any(other => other.EventId == link.EventId && other.Id < link.Id))
        .Select(link => link.Event);

    /// <summary>Centers it mentions.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<NewsItem, IEnumerable<Center>>> Centers => news => news.CenterLinks.Select(link => link.Center);

    /// <summary>Entries found in the text.</summary>
    [UsePaging]
    public static Expression<Func<NewsItem, IEnumerable<Mention>>> Mentions => news => news.Mentions;

    /// <summary>Quotations.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<NewsItem, IEnumerable<Quote>>> Quotes => news => news.Quotes;
}

/// <summary>Relations of a territory; centers, services and the like count there and below.</summary>
[ObjectType<Territory>, DefaultOrder(nameof(Territory.Code))]
internal static class TerritoryType
{
    /// <summary>Territories directly below it.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Territory, IEnumerable<Territory>>> Children => territory => territory.Children;

    /// <summary>Centers located there or below.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Territory, IEnumerable<Center>>> Centers => territory => territory.Below.SelectMany(pair => pair.Descendant.Centers);

    /// <summary>Services offered there or below.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Territory, IEnumerable<Service>>> Services => territory => territory.Below.SelectMany(pair => pair.Descendant.Services);

    /// <summary>Organizations there or below.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Territory, IEnumerable<Organization>>> Organizations => territory => territory.Below.SelectMany(pair => pair.Descendant.Organizations);

    /// <summary>Events there or below.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Territory, IEnumerable<Event>>> Events => territory => territory.Below.SelectMany(pair => pair.Descendant.Events);

    /// <summary>News about it or below.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Territory, IEnumerable<NewsItem>>> News => territory => territory.Below.SelectMany(pair => pair.Descendant.News);

    /// <summary>Figures about it.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Territory, IEnumerable<Metric>>> Metrics => territory => territory.Metrics;
}

/// <summary>Relations of a network.</summary>
[ObjectType<Network>, DefaultOrder(nameof(Network.DisplayName))]
internal static class NetworkType
{
    /// <summary>Its centers.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Network, IEnumerable<NetworkMember>>> Members => network => network.Members;

    /// <summary>Territories it covers.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Network, IEnumerable<Territory>>> Territories => network => network.Territories.Select(link => link.Territory);
}
