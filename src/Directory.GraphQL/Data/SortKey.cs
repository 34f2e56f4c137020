using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CenterDirectory.GraphQL.Data;

/// <summary>One key of an order: a member reached from the item, and its direction.</summary>
/// <param name="Path">Members from the item to the value.</param>
/// <param name="IsDescending">Largest first.</param>
/// <param name="IsOptional">Whether there may be no value: these come last.</param>
/// <param name="Converter">How the database stores the value; null if as it is. The database sorts what it stores.</param>
/// <param name="IsNullsFirst">What is unknown comes first: only in an order that is read backwards.</param>
internal sealed record SortKey(
    IReadOnlyList<PropertyInfo> Path, bool IsDescending, bool IsOptional, ValueConverter? Converter, bool IsNullsFirst = false)
{
    /// <summary>Path and direction.</summary>
    public string Name => $"{PathName}{(IsDescending ? '-' : '+')}{(IsNullsFirst ? "0" : "")}";

    /// <summary>The path alone.</summary>
    public string PathName => string.Join('.', Path.Select(step => step.Name));

    /// <summary>C# type of the values in cursors.</summary>
    public Type StoredType => Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(Path[^1].PropertyType) ?? Path[^1].PropertyType;

    /// <summary>The key of a path through entities and their values, as the model describes them.</summary>
    public static SortKey Of(IModel model, Type itemType, IReadOnlyList<PropertyInfo> path, bool isDescending)
    {
        ITypeBase? owner = model.FindEntityType(itemType);
        var isOptional = false;
        foreach (var step in path.SkipLast(1))
        {
            if (owner is IEntityType entity && entity.FindNavigation(step.Name) is { } navigation)
            {
                isOptional |= !Projection.IsAlwaysThere(navigation);
                owner = navigation.TargetEntityType;
            }
            else
            {
                var value = owner?.FindComplexProperty(step.Name);
                isOptional |= value?.IsNullable ?? true;
                owner = value?.ComplexType;
            }
        }

        var property = owner?.FindProperty(path[^1].Name)
            ?? throw new InvalidOperationException($"{itemType.Name}.{string.Join('.', path.Select(step => step.Name))} is no column and cannot be sorted by.");
        return new SortKey(path, isDescending, isOptional || property.IsNullable, property.GetTypeMapping().Converter);
    }

    /// <summary>The same key read from the other end.</summary>
    public SortKey Reversed() => this with { IsDescending = !IsDescending, IsNullsFirst = !IsNullsFirst };

    /// <summary>The value of an item as an expression.</summary>
    public Expression Of(Expression item) => Path.Aggregate(item, Expression.Property);

    /// <summary>The value of a loaded item as the database stores it.</summary>
    public object? StoredValueOf(object item)
    {
        object? value = item;
        foreach (var step in Path)
        {
            value = value is null ? null : step.GetValue(value);
        }

        return value is null || Converter is null ? value : Converter.ConvertToProvider(value);
    }
}

/// <summary>A total order: several keys, the strongest first, the primary key last.</summary>
internal sealed class SortOrder(IReadOnlyList<SortKey> keys)
{
    private SortOrder? reversed;

    public IReadOnlyList<SortKey> Keys { get; } = keys;

    /// <summary>Names of all keys: equal for equal orders.</summary>
    public string Name { get; } = string.Join(',', keys.Select(key => key.Name));

    /// <summary>The same order read from the other end.</summary>
    public SortOrder Reversed => reversed ??= new SortOrder([.. Keys.Select(key => key.Reversed())]);
}
