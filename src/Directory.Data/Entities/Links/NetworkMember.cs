using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>A center in a network.</summary>
public sealed class NetworkMember
{
    /// <summary>The network.</summary>
    public Network Network { get; set; } = null!;

    /// <summary>The center.</summary>
    public Center Center { get; set; } = null!;

    /// <summary>Role in the network.</summary>
    public ParticipantRole Role { get; set; } = ParticipantRole.Member;

    /// <summary>Since when.</summary>
    public FuzzyDate? Since { get; set; }

    internal long Id { get; set; }

    internal DateOnly? SinceEarliest { get; set; }

    internal DateOnly? SinceLatest { get; set; }

    internal long NetworkId { get; set; }

    internal long CenterId { get; set; }
}

internal sealed class NetworkMemberConfiguration : IEntityTypeConfiguration<NetworkMember>
{
    public void Configure(EntityTypeBuilder<NetworkMember> builder)
    {
        builder.HasKey(member => member.Id);
        builder.HasBounds(member => member.SinceEarliest, member => member.SinceLatest);
        builder.HasOne(member => member.Network).WithMany(network => network.Members).IsEssential(member => member.NetworkId);
        builder.HasOne(member => member.Center).WithMany(center => center.Memberships).IsEssential(member => member.CenterId);
    }
}
