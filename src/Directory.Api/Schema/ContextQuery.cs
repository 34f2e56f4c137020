using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema;

/// <summary>Root fields of what stands around centers.</summary>
[QueryType]
internal static class ContextQuery
{
    /// <summary>Programs; by name.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Program> GetPrograms(DirectoryDb db) => db.Programs;

    /// <summary>One program; null if there is none.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="id">Its global id.</param>
    /// <param name="slug">Its slug.</param>
    [UseFirstOrDefault]
    public static IQueryable<Program> GetProgram(DirectoryDb db, [ID] string? id = null, string? slug = null) => EntryLookup.Find(db, db.Programs, id, slug);

    /// <summary>Projects; newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Project> GetProjects(DirectoryDb db) => db.Projects;

    /// <summary>One project; null if there is none.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="id">Its global id.</param>
    /// <param name="slug">Its slug.</param>
    [UseFirstOrDefault]
    public static IQueryable<Project> GetProject(DirectoryDb db, [ID] string? id = null, string? slug = null) => EntryLookup.Find(db, db.Projects, id, slug);

    /// <summary>Grants; newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Grant> GetGrants(DirectoryDb db) => db.Grants;

    /// <summary>One grant; null if there is none.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="id">Its global id.</param>
    /// <param name="slug">Its slug.</param>
    [UseFirstOrDefault]
    public static IQueryable<Grant> GetGrant(DirectoryDb db, [ID] string? id = null, string? slug = null) => EntryLookup.Find(db, db.Grants, id, slug);

    /// <summary>Practices; by name.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Practice> GetPractices(DirectoryDb db) => db.Practices;

    /// <summary>One practice; null if there is none.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="id">Its global id.</param>
    /// <param name="slug">Its slug.</param>
    [UseFirstOrDefault]
    public static IQueryable<Practice> GetPractice(DirectoryDb db, [ID] string? id = null, string? slug = null) => EntryLookup.Find(db, db.Practices, id, slug);

    /// <summary>Figures; newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Metric> GetMetrics(DirectoryDb db) => db.Metrics;

    /// <summary>One figure; null if there is none.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="id">Its global id.</param>
    /// <param name="slug">Its slug.</param>
    [UseFirstOrDefault]
    public static IQueryable<Metric> GetMetric(DirectoryDb db, [ID] string? id = null, string? slug = null) => EntryLookup.Find(db, db.Metrics, id, slug);

    /// <summary>People with public roles; by name.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Person> GetPeople(DirectoryDb db) => db.People;

    /// <summary>One person; null if there is none.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="id">Its global id.</param>
    /// <param name="slug">Its slug.</param>
    [UseFirstOrDefault]
    public static IQueryable<Person> GetPerson(DirectoryDb db, [ID] string? id = null, string? slug = null) => EntryLookup.Find(db, db.People, id, slug);

    /// <summary>Service standards; by name.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<ServiceStandard> GetStandards(DirectoryDb db) => db.ServiceStandards;

    /// <summary>One standard; null if there is none.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="id">Its global id.</param>
    /// <param name="slug">Its slug.</param>
    [UseFirstOrDefault]
    public static IQueryable<ServiceStandard> GetStandard(DirectoryDb db, [ID] string? id = null, string? slug = null) => EntryLookup.Find(db, db.ServiceStandards, id, slug);
}
