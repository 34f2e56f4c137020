using CenterDirectory.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>One file or download that a run read: what to ask the publisher with next time, and where the bytes lie in the archive.</summary>
internal sealed class RunInput
{
    public long Id { get; set; }

    public long RunId { get; set; }

    /// <summary>The address or the path, as the manifest writes it.</summary>
    public string Address { get; set; } = "";

    /// <summary>SHA-256 of the bytes; the archive keeps them under it.</summary>
    public byte[] Hash { get; set; } = [];

    public long Length { get; set; }

    /// <summary>Entity tag that the publisher gave them, quotes included.</summary>
    public string? ETag { get; set; }

    public DateTime? LastModified { get; set; }

    public ImportRun Run { get; set; } = null!;
}

internal sealed class RunInputConfiguration : IEntityTypeConfiguration<RunInput>
{
    public void Configure(EntityTypeBuilder<RunInput> builder)
    {
        builder.ToTable("RunInputs");
        builder.HasKey(input => input.Id);
        builder.HasIndex(input => new { input.RunId, input.Address }).IsUnique();
        builder.HasOne(input => input.Run).WithMany(run => run.Inputs).IsEssential(input => input.RunId);
    }
}
