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
/// <param name="First">Members to a value that counts before that of the path where it is there; null if there is none.</param>
/// <param name="Computed">Computes a value that is stored nowhere, e.g. a distance, in place of the path.</param>
internal sealed record SortKey(
    IReadOnlyList<PropertyInfo> Path, bool IsDescending, bool IsOptional, ValueConverter? Converter, bool IsNullsFirst = false,
    IReadOnlyList<PropertyInfo>? First = null, ComputedKey? Computed = null)
{
    /// <summary>Path and direction.</summary>
    public string Name => $"{PathName}{(IsDescending ? '-' : '+')}{(IsNullsFirst ? "0" : "")}";

    /// <summary>What cursors of this order are sealed with: of a computed key all that it is computed with.</summary>
    public string Seal => Name + Computed?.Seal;

    /// <summary>The path alone.</summary>
    public string PathName => Computed is not null ? "(computed)" : First is null ? NameOf(Path) : $"{NameOf(First)}|{NameOf(Path)}";

    /// <summary>Everything of the item that has to be read to know the value.</summary>
    public IEnumerable<IReadOnlyList<PropertyInfo>> Paths => Computed is not null ? Computed.Paths : First is null ? [Path] : [First, Path];

    /// <summary>C# type of the values in cursors.</summary>
    public Type StoredType => Computed is not null ? Computed.Value.ReturnType : Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(Path[^1].PropertyType) ?? Path[^1].PropertyType;

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
    public Expression Of(Expression item) => Computed is not null ? Members.Inline(Computed.Value, item)
        : First is null ? Path.Aggregate(item, Expression.Property)
        : Expression.Coalesce(First.Aggregate(item, Expression.Property), Path.Aggregate(item, Expression.Property));

    /// <summary>The same key with parameters of a statement in place of the values that it is computed with.</summary>
    public SortKey Rebase(ParameterExpression context, StatementParameters statement) =>
        Computed is null ? this : this with { Computed = Computed.Rebase(context, statement) };

    /// <summary>The value of a loaded item as the database stores it.</summary>
    public object? StoredValueOf(object item)
    {
        if (Computed is not null)
        {
            return Computed.Of(item);
        }

        var value = (First is null ? null : ValueOf(item, First)) ?? ValueOf(item, Path);
        return value is null || Converter is null ? value : Converter.ConvertToProvider(value);
    }

    private static object? ValueOf(object item, IReadOnlyList<PropertyInfo> path) => path.Aggregate((object?)item, (value, step) => value is null ? null : step.GetValue(value));

    private static string NameOf(IReadOnlyList<PropertyInfo> path) => string.Join('.', path.Select(step => step.Name));
}

/// <summary>A total order: several keys, the strongest first, the primary key last.</summary>
internal sealed class SortOrder(IReadOnlyList<SortKey> keys)
{
    private SortOrder? reversed;

    public IReadOnlyList<SortKey> Keys { get; } = keys;

    /// <summary>Names of all keys: equal for equal orders.</summary>
    public string Name { get; } = string.Join(',', keys.Select(key => key.Name));

    /// <summary>What its cursors are sealed with.</summary>
    public string Seal { get; } = string.Join(',', keys.Select(key => key.Seal));

    /// <summary>The same order with parameters of a statement in place of the values that keys are computed with.</summary>
    public SortOrder Rebase(ParameterExpression context, StatementParameters statement) =>
        Keys.Any(key => key.Computed is not null) ? new SortOrder([.. Keys.Select(key => key.Rebase(context, statement))]) : this;

    /// <summary>The same order read from the other end.</summary>
    public SortOrder Reversed => reversed ??= new SortOrder([.. Keys.Select(key => key.Reversed())]);
}
