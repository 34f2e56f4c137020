using CenterDirectory.Data.Entities.Links;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>A person with a public role; nothing private is kept, and an entry without a public role is erased.</summary>
public sealed class Person : DirectoryEntry
{
    /// <summary>Name as published, possibly with an initial only.</summary>
    public string Name { get; set; } = "";

    internal string NameFolded { get; set; } = "";

    internal ICollection<PersonRole> Roles { get; set; } = [];

    internal ICollection<Quote> Quotes { get; set; } = [];

    internal ICollection<EventParticipant> Participations { get; set; } = [];
}

internal sealed class PersonConfiguration : EntryConfiguration<Person>
{
    protected override void ConfigureEntry(EntityTypeBuilder<Person> builder) => builder.Property(person => person.NameFolded);
}
