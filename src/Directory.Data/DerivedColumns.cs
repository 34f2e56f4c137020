using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CenterDirectory.Data;

/// <summary>
/// Columns that follow from others by name: <c>XFolded</c> is the folded form of the text X, <c>XEarliest</c> and <c>XLatest</c>
/// bound the FuzzyDate X. Tracked entities get them here when they are saved.
/// </summary>
internal static class DerivedColumns
{
    public const string Folded = nameof(Folded);
    public const string Earliest = nameof(Earliest);
    public const string Latest = nameof(Latest);

    public static void Fill(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified).ToList())
        {
            Fill(entry);
        }
    }

    private static void Fill(EntityEntry entry)
    {
        foreach (var property in entry.Metadata.GetProperties())
        {
            if (property.ClrType == typeof(string) && entry.Metadata.FindProperty(property.Name + Folded) is { } folded)
            {
                entry.Property(folded).CurrentValue = SearchText.Fold((string?)entry.Property(property).CurrentValue);
            }
            else if (property.ClrType == typeof(FuzzyDate) && entry.Metadata.FindProperty(property.Name + Earliest) is { } earliest)
            {
                var date = (FuzzyDate?)entry.Property(property).CurrentValue;
                entry.Property(earliest).CurrentValue = date?.Earliest;
                entry.Property(property.Name + Latest).CurrentValue = date?.Latest;
            }
        }
    }
}
