using CenterDirectory.Api.Schema.Places;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema;

/// <summary>Everything that can be asked.</summary>
[QueryType]
internal static class Query
{
    /// <summary>Centers; by display name.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="near">Only items in this circle.</param>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Center> GetCenters(DirectoryDb db, NearInput? near = null) => db.Centers.Near(near);

    /// <summary>One center; null if there is none.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="id">Its global id.</param>
    /// <param name="slug">Its slug.</param>
    [UseFirstOrDefault]
    public static IQueryable<Center> GetCenter(DirectoryDb db, [ID] string? id = null, string? slug = null) => EntryLookup.Find(db, db.Centers, id, slug);

    /// <summary>Services; by name.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="near">Only items in this circle.</param>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Service> GetServices(DirectoryDb db, NearInput? near = null) => db.Services.Near(near);

    /// <summary>One service; null if there is none.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="id">Its global id.</param>
    /// <param name="slug">Its slug.</param>
    [UseFirstOrDefault]
    public static IQueryable<Service> GetService(DirectoryDb db, [ID] string? id = null, string? slug = null) => EntryLookup.Find(db, db.Services, id, slug);

    /// <summary>Organizations; by name.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="near">Only items in this circle.</param>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Organization> GetOrganizations(DirectoryDb db, NearInput? near = null) => db.Organizations.Near(near);

    /// <summary>One organization; null if there is none.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="id">Its global id.</param>
    /// <param name="slug">Its slug.</param>
    /// <param name="ogrn">Its ОГРН; an error AMBIGUOUS if several carry it.</param>
    /// <param name="inn">Its ИНН; an error AMBIGUOUS if several carry it.</param>
    [UseSingleOrDefault]
    public static IQueryable<Organization> GetOrganization(
        DirectoryDb db, [ID] string? id = null, string? slug = null, Ogrn? ogrn = null, Inn? inn = null)
    {
        var given = new object?[] { id, slug, ogrn, inn }.Count(key => key is not null);
        if (given != 1)
        {
            throw new GraphQLException("Say which one with exactly one of `id`, `slug`, `ogrn` and `inn`.");
        }

        return ogrn is not null ? db.Organizations.Where(organization => organization.Ogrn == ogrn).OrderBy(organization => organization.Id)
            : inn is not null ? db.Organizations.Where(organization => organization.Inn == inn).OrderBy(organization => organization.Id)
            : EntryLookup.Find(db, db.Organizations, id, slug);
    }

    /// <summary>Events; by earliest day ascending, unknown last.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="near">Only items in this circle.</param>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Event> GetEvents(DirectoryDb db, NearInput? near = null) => db.Events.Near(near);

    /// <summary>One event; null if there is none.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="id">Its global id.</param>
    /// <param name="slug">Its slug.</param>
    [UseFirstOrDefault]
    public static IQueryable<Event> GetEvent(DirectoryDb db, [ID] string? id = null, string? slug = null) => EntryLookup.Find(db, db.Events, id, slug);

    /// <summary>News; newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<NewsItem> GetNews(DirectoryDb db) => db.News;

    /// <summary>One news item; null if there is none.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="id">Its global id.</param>
    /// <param name="slug">Its slug.</param>
    [UseFirstOrDefault]
    public static IQueryable<NewsItem> GetNewsItem(DirectoryDb db, [ID] string? id = null, string? slug = null) => EntryLookup.Find(db, db.News, id, slug);

    /// <summary>Territories; by code.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Territory> GetTerritories(DirectoryDb db) => db.Territories;

    /// <summary>One territory; null if there is none.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="key">ФНС code, ISO code, ОКТМО or slug.</param>
    [UseFirstOrDefault]
    public static IQueryable<Territory> GetTerritory(DirectoryDb db, [GraphQLScalar("TerritoryKey")] string key)
    {
        var oktmo = Oktmo.TryParse(key, out var parsed) ? parsed : null;
        var called = db.Territories.Called(db, key).Select(territory => territory.Id);
        return db.Territories
            .Where(territory => territory.Code == key || territory.Iso == key || called.Contains(territory.Id) || (oktmo != null && territory.Oktmo == oktmo))
            .OrderBy(territory => territory.Id);
    }

    /// <summary>What is wrong with a key that no territory has, or none has any more; null if one has it.</summary>
    internal static async Task<string?> UnknownTerritoryAsync(DbContext db, object operand, CancellationToken cancellationToken)
    {
        var key = (string)operand;
        var found = await GetTerritory((DirectoryDb)db, key).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return found is null
            ? $"names a territory that the directory does not know: '{key}'. Give a ФНС code (\"27\"), an ISO code (\"RU-KHA\"), an ОКТМО or a slug; `territories` lists them."
            : key == found.Slug || key == found.Code || key == found.Iso || key == found.Oktmo?.Value ? null
            : $"names a territory by a key that it does not have any more: '{key}' is '{found.Slug}' now.";
    }

    /// <summary>Networks; by name.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Network> GetNetworks(DirectoryDb db) => db.Networks;

    /// <summary>One network; null if there is none.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="id">Its global id.</param>
    /// <param name="slug">Its slug.</param>
    [UseFirstOrDefault]
    public static IQueryable<Network> GetNetwork(DirectoryDb db, [ID] string? id = null, string? slug = null) => EntryLookup.Find(db, db.Networks, id, slug);

    /// <summary>Sources; by key.</summary>
    [UsePaging, UseFiltering, UseSorting, Volatile]
    public static IQueryable<Source> GetSources(DirectoryDb db) => db.Sources;

    /// <summary>One source; null if there is none.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="key">Key of the manifest.</param>
    [UseFirstOrDefault, Volatile]
    public static IQueryable<Source> GetSource(DirectoryDb db, string key) => db.Sources.Where(source => source.Key == key).OrderBy(source => source.Id);

    /// <summary>Import runs; newest first; depends on operations.</summary>
    [UsePaging, UseFiltering, UseSorting, Volatile]
    public static IQueryable<ImportRun> GetImportRuns(DirectoryDb db) => db.ImportRuns;

    /// <summary>Every enum of the data with labels for people.</summary>
    public static Vocabularies GetVocabularies() => new();

    /// <summary>The newest revision; null before the first import.</summary>
    [UseFirstOrDefault]
    public static IQueryable<Revision> GetRevision(DirectoryDb db) => db.Revisions.OrderByDescending(revision => revision.Number);
}
