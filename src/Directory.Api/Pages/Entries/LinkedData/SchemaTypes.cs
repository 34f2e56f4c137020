using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Entries.LinkedData;

/// <summary>What schema.org calls the entries. Where a source does not tell which kind of organization one is, the type says no more than that it is one.</summary>
internal static class SchemaTypes
{
    private const string AnyOrganization = "Organization";
    private const string Authority = "GovernmentOrganization";
    private const string NonGovernmental = "NGO";

    /// <summary>Type of an entry.</summary>
    public static string Of(DirectoryEntry entry) => entry switch
    {
        Center center => Of(center),
        Service service => Of(service),
        Organization organization => Of(organization.Kind),
        Event item => Of(item.Kind),
        NewsItem => "NewsArticle",
        Network => AnyOrganization,
        Program or Project => "Project",
        Grant => "MonetaryGrant",
        Person => "Person",
        Territory { Kind: TerritoryKind.Country } => "Country",
        Territory => "AdministrativeArea",
        _ => "Thing",
    };

    /// <summary>A center is what runs it: a department of an authority is none of the non-governmental.</summary>
    private static string Of(Center center) => center.Operator is null ? AnyOrganization : Of(center.Operator.Kind);

    private static string Of(Service service) =>
        (service.Provider ?? service.Center?.Operator)?.Kind == OrganizationKind.Authority ? "GovernmentService" : "Service";

    private static string Of(OrganizationKind kind) => kind switch
    {
        OrganizationKind.Nonprofit or OrganizationKind.Foundation or OrganizationKind.Association => NonGovernmental,
        OrganizationKind.Authority => Authority,
        OrganizationKind.Media => "NewsMediaOrganization",
        OrganizationKind.Tos or OrganizationKind.InitiativeGroup or OrganizationKind.SocialEnterprise or OrganizationKind.CivicChamber
            or OrganizationKind.Institution or OrganizationKind.Other or OrganizationKind.Unknown => AnyOrganization,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of organization without a type."),
    };

    private static string Of(EventKind kind) => kind switch
    {
        EventKind.Course or EventKind.CourseSession or EventKind.Seminar or EventKind.Internship => "EducationEvent",
        EventKind.Conference or EventKind.RoundTable or EventKind.StrategicSession or EventKind.Meeting or EventKind.Graduation or EventKind.Forum
            or EventKind.Consultation or EventKind.Competition or EventKind.Other => "Event",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of event without a type."),
    };
}
