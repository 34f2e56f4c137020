using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>Somebody's words in a news item.</summary>
public sealed class Quote
{
    /// <summary>The words.</summary>
    public string Text { get; set; } = "";

    /// <summary>Speaker as named.</summary>
    public string Speaker { get; set; } = "";

    /// <summary>The speaker, if known.</summary>
    public Person? Person { get; set; }

    /// <summary>Who they were said to be.</summary>
    public string? Position { get; set; }

    internal NewsItem News { get; set; } = null!;

    internal long Id { get; set; }

    internal string SpeakerFolded { get; set; } = "";

    internal long NewsId { get; set; }

    internal long? PersonId { get; set; }
}

internal sealed class QuoteConfiguration : IEntityTypeConfiguration<Quote>
{
    public void Configure(EntityTypeBuilder<Quote> builder)
    {
        builder.HasKey(quote => quote.Id);
        builder.Property(quote => quote.SpeakerFolded);
        builder.HasOne(quote => quote.News).WithMany(news => news.Quotes).IsEssential(quote => quote.NewsId);
        builder.HasOne(quote => quote.Person).WithMany(person => person.Quotes).IsOptional(quote => quote.PersonId);
    }
}
