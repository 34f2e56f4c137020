using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>Someone who takes part in an event.</summary>
public sealed class EventParticipant
{
    /// <summary>Role in the event.</summary>
    public ParticipantRole Role { get; set; } = ParticipantRole.Participant;

    /// <summary>Name as the source words it; null for «один специалист».</summary>
    public string? Name { get; set; }

    /// <summary>Who they were said to be then.</summary>
    public string? Position { get; set; }

    /// <summary>The organization, or the person's organization.</summary>
    public Organization? Organization { get; set; }

    /// <summary>The center, or the person's center.</summary>
    public Center? Center { get; set; }

    /// <summary>The person, if known by name.</summary>
    public Person? Person { get; set; }

    internal Event Event { get; set; } = null!;

    internal long Id { get; set; }

    internal string? NameFolded { get; set; }

    internal long EventId { get; set; }

    internal long? OrganizationId { get; set; }

    internal long? CenterId { get; set; }

    internal long? PersonId { get; set; }
}

internal sealed class EventParticipantConfiguration : IEntityTypeConfiguration<EventParticipant>
{
    public void Configure(EntityTypeBuilder<EventParticipant> builder)
    {
        builder.HasKey(participant => participant.Id);
        builder.Property(participant => participant.NameFolded);
        builder.HasOne(participant => participant.Event).WithMany(item => item.Participants).IsEssential(participant => participant.EventId);
        builder.HasOne(participant => participant.Organization).WithMany(organization => organization.Participations)
            .IsOptional(participant => participant.OrganizationId);
        builder.HasOne(participant => participant.Center).WithMany(center => center.Participations).IsOptional(participant => participant.CenterId);
        builder.HasOne(participant => participant.Person).WithMany(person => person.Participations).IsOptional(participant => participant.PersonId);
    }
}
