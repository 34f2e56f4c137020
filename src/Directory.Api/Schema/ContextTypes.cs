using System.Linq.Expressions;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema;

// What stands around centers. See EntryTypes for how relations are written.

/// <summary>Relations of a program.</summary>
[ObjectType<Program>, DefaultOrder(nameof(Program.DisplayName))]
internal static class ProgramType
{
    /// <summary>Where it runs.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Program, IEnumerable<Territory>>> Territories => program => program.Territories
        .Where(link => !link.Territory.Programs.Any(other => other.ProgramId == link.ProgramId && other.Id < link.Id))
        .Select(link => link.Territory);

    /// <summary>Its events.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Program, IEnumerable<Event>>> Sessions => program => program.Sessions;

    /// <summary>Centers that take part.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Program, IEnumerable<Center>>> Centers => program => program.Centers
        .Where(link => !link.Center.Programs.Any(other => other.ProgramId == link.ProgramId && other.Id < link.Id))
        .Select(link => link.Center);

    /// <summary>Projects within it.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Program, IEnumerable<Project>>> Projects => program => program.Projects;

    /// <summary>Figures about it.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Program, IEnumerable<Metric>>> Metrics => program => program.Metrics;
}

/// <summary>Relations of a project.</summary>
[ObjectType<Project>, DefaultOrder("-" + nameof(Project.Period))]
internal static class ProjectType
{
    /// <summary>Grants that pay for it.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Project, IEnumerable<Grant>>> Grants => project => project.Grants;

    /// <summary>Where it works.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Project, IEnumerable<Territory>>> Territories => project => project.Territories
        .Where(link => !link.Territory.Projects.Any(other => other.ProjectId == link.ProjectId && other.Id < link.Id))
        .Select(link => link.Territory);

    /// <summary>Centers that take part.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Project, IEnumerable<Center>>> Centers => project => project.Centers
        .Where(link => !link.Center.Projects.Any(other => other.ProjectId == link.ProjectId && other.Id < link.Id))
        .Select(link => link.Center);

    /// <summary>Its events.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Project, IEnumerable<Event>>> Events => project => project.Events;

    /// <summary>Figures about it.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Project, IEnumerable<Metric>>> Metrics => project => project.Metrics;
}

/// <summary>Order of grants.</summary>
[ObjectType<Grant>, DefaultOrder("-" + nameof(Grant.AwardedOn))]
internal static class GrantType;

/// <summary>Relations of a practice.</summary>
[ObjectType<Practice>, DefaultOrder(nameof(Practice.DisplayName))]
internal static class PracticeType
{
    /// <summary>Where it is proposed or introduced.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Practice, IEnumerable<Replication>>> Replications => practice => practice.Replications;
}

/// <summary>Order of figures.</summary>
[ObjectType<Metric>, DefaultOrder("-" + nameof(Metric.Period))]
internal static class MetricType;

/// <summary>Relations of a person.</summary>
[ObjectType<Person>(Plural = "People"), DefaultOrder(nameof(Person.DisplayName))]
internal static class PersonType
{
    /// <summary>Public roles.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Person, IEnumerable<PersonRole>>> Roles => person => person.Roles;

    /// <summary>Words published as theirs.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Person, IEnumerable<Quote>>> Quotes => person => person.Quotes;
}

/// <summary>Order of standards.</summary>
[ObjectType<ServiceStandard>, DefaultOrder(nameof(ServiceStandard.DisplayName))]
internal static class ServiceStandardType;

/// <summary>A partnership as one of its centers sees it.</summary>
[ObjectType<CenterPartner>(Name = "CenterPartnership")]
internal static class CenterPartnershipType;

/// <summary>What a sum adds to its columns.</summary>
[ObjectType<Money>]
internal static class MoneyType
{
    /// <summary>Sum for people, e.g. `500 000 ₽`.</summary>
    /// <param name="money">The sum.</param>
    /// <param name="locale">Language wanted; falls back to Russian.</param>
    public static string GetFormatted([Parent(Requires = [nameof(Money.AmountMinor), nameof(Money.Currency)])] Money money, Locale? locale = null) =>
        money.Format(locale ?? Locale.Ru);
}
