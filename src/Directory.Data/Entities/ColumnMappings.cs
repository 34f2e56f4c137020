using System.Linq.Expressions;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CenterDirectory.Data.Entities;

/// <summary>Columns that take more than a line to map.</summary>
internal static class ColumnMappings
{
    /// <summary>A list of enum values, a primitive collection of their member names.</summary>
    public static void HasEnumList<TEntity, TEnum>(this EntityTypeBuilder<TEntity> builder, Expression<Func<TEntity, List<TEnum>>> property)
        where TEntity : class
        where TEnum : struct, Enum =>
        builder.PrimitiveCollection(property).ElementType(element => element.HasConversion<EnumToStringConverter<TEnum>>());

    /// <summary>A list of small objects, read and written as a whole.</summary>
    public static void HasJsonList<TEntity, TItem>(this EntityTypeBuilder<TEntity> builder, Expression<Func<TEntity, List<TItem>>> property)
        where TEntity : class
        where TItem : class, IEquatable<TItem> =>
        builder.Property(property).HasConversion(
            new JsonListConverter<TItem>(),
            new ValueComparer<List<TItem>>(
                (left, right) => left!.SequenceEqual(right!),
                list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
                list => list.ToList()));

    /// <summary>A small object, read and written as a whole.</summary>
    public static void HasJson<TEntity, TValue>(this EntityTypeBuilder<TEntity> builder, Expression<Func<TEntity, TValue?>> property)
        where TEntity : class
        where TValue : class, IEquatable<TValue> =>
        ((PropertyBuilder)builder.Property(property)).HasConversion(new JsonValueConverter<TValue>());

    /// <summary>The sortable bounds that stand beside a <see cref="FuzzyDate"/>.</summary>
    public static void HasBounds<TEntity>(
        this EntityTypeBuilder<TEntity> builder, Expression<Func<TEntity, DateOnly?>> earliest, Expression<Func<TEntity, DateOnly?>> latest)
        where TEntity : class
    {
        builder.Property(earliest);
        builder.Property(latest);
    }

    /// <summary>The vector of the point <c>Location</c>, with the index that finds what lies near another.</summary>
    public static void HasVector<TEntity>(
        this EntityTypeBuilder<TEntity> builder, Expression<Func<TEntity, double?>> x, Expression<Func<TEntity, double?>> y, Expression<Func<TEntity, double?>> z)
        where TEntity : class
    {
        builder.Property(x).HasComputedColumnSql(GeoVector.X, stored: true);
        builder.Property(y).HasComputedColumnSql(GeoVector.Y, stored: true);
        builder.Property(z).HasComputedColumnSql(GeoVector.Z, stored: true);
        builder.HasIndex(GeoVector.Columns).HasFilter(GeoVector.IsKnown);
    }

    /// <summary>A link to an entry that may go away without taking the row along.</summary>
    public static void IsOptional<TEntity, TTarget>(
        this ReferenceCollectionBuilder<TTarget, TEntity> link, Expression<Func<TEntity, object?>> key)
        where TEntity : class
        where TTarget : class =>
        link.HasForeignKey(key).IsRequired(false).OnDelete(DeleteBehavior.SetNull);

    /// <summary>A link without which the row makes no sense.</summary>
    public static void IsEssential<TEntity, TTarget>(
        this ReferenceCollectionBuilder<TTarget, TEntity> link, Expression<Func<TEntity, object?>> key)
        where TEntity : class
        where TTarget : class =>
        link.HasForeignKey(key).IsRequired().OnDelete(DeleteBehavior.Cascade);

    /// <summary>A link to one of several kinds, with which the row goes.</summary>
    public static void TakesAlong<TEntity, TTarget>(
        this ReferenceCollectionBuilder<TTarget, TEntity> link, Expression<Func<TEntity, object?>> key)
        where TEntity : class
        where TTarget : class =>
        link.HasForeignKey(key).IsRequired(false).OnDelete(DeleteBehavior.Cascade);
}
