using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>A public role of a person.</summary>
public sealed class PersonRole
{
    /// <summary>The person; null if only the post is known to be filled.</summary>
    public Person? Person { get; set; }

    /// <summary>Role; null if only a position is stated.</summary>
    public ParticipantRole? Role { get; set; }

    /// <summary>Position in the source's words; null if only a role is stated.</summary>
    public string? Position { get; set; }

    /// <summary>Where.</summary>
    public Organization? Organization { get; set; }

    /// <summary>Where, in the source's words, if it is no entry.</summary>
    public string? OrganizationText { get; set; }

    /// <summary>In which center.</summary>
    public Center? Center { get; set; }

    /// <summary>When.</summary>
    public FuzzyDate? Period { get; set; }

    internal long Id { get; set; }

    internal DateOnly? PeriodEarliest { get; set; }

    internal DateOnly? PeriodLatest { get; set; }

    internal long? PersonId { get; set; }

    internal long? OrganizationId { get; set; }

    internal long? CenterId { get; set; }
}

internal sealed class PersonRoleConfiguration : IEntityTypeConfiguration<PersonRole>
{
    public void Configure(EntityTypeBuilder<PersonRole> builder)
    {
        builder.HasKey(role => role.Id);
        builder.HasBounds(role => role.PeriodEarliest, role => role.PeriodLatest);
        builder.HasOne(role => role.Person).WithMany(person => person.Roles).IsOptional(role => role.PersonId);
        builder.HasOne(role => role.Organization).WithMany(organization => organization.People).IsOptional(role => role.OrganizationId);
        builder.HasOne(role => role.Center).WithMany(center => center.People).IsOptional(role => role.CenterId);
    }
}
