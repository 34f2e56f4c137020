using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// Which members of an entity a statement has to read, and the expression that reads just these: into the entity class itself, related
/// entities joined only where something of them is wanted.
/// </summary>
internal sealed class Projection(IModel model, Type type)
{
    private readonly SortedDictionary<string, PropertyInfo> values = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (PropertyInfo Property, Projection Inner)> related = new(StringComparer.Ordinal);

    /// <summary>The primary key of an entity.</summary>
    public static PropertyInfo PrimaryKeyOf(IModel model, Type type) =>
        model.FindEntityType(type)?.FindPrimaryKey()?.Properties[0].PropertyInfo
        ?? throw new InvalidOperationException($"{type.Name} is no entity with a key of one property.");

    /// <summary>Adds everything that a selection needs of its objects.</summary>
    public void Add(SelectionPlan selection)
    {
        foreach (var field in selection.Fields)
        {
            switch (field.Field.Source)
            {
                case PropertySource { Member: { } property }:
                    Add(property, field);
                    break;
                case LevelSource { Origin: CollectionOrigin }:
                    AddPath([PrimaryKeyOf(model, type)]);
                    break;
                case LoaderSource loader:
                    foreach (var name in loader.Requires)
                    {
                        AddPath([Members.Find(type, name) ?? throw new InvalidOperationException($"A resolver requires {type.Name}.{name}, which does not exist.")]);
                    }

                    break;
            }
        }
    }

    /// <summary>Adds one value, reached through related entities.</summary>
    public void AddPath(IReadOnlyList<PropertyInfo> path)
    {
        if (path.Count > 1)
        {
            InnerOf(path[0]).AddPath([.. path.Skip(1)]);
        }
        else if (IsComplex(path[0]))
        {
            InnerOf(path[0]).AddAll();
        }
        else if (NavigationOf(path[0]) is null)
        {
            values[path[0].Name] = path[0];
        }
        else
        {
            InnerOf(path[0]).AddPath([PrimaryKeyOf(model, path[0].PropertyType)]);
        }
    }

    /// <summary>The expression.</summary>
    public MemberInitExpression Build(Expression source)
    {
        var bindings = values.Values.Select(property => Expression.Bind(property, Expression.Property(source, property)))
            .Concat(related.Values.Select(entry => Binding(source, entry.Property, entry.Inner, IsRequired(entry.Property))));
        return Expression.MemberInit(Expression.New(type), bindings);
    }

    private static MemberAssignment Binding(Expression source, PropertyInfo property, Projection inner, bool isRequired)
    {
        var target = Expression.Property(source, property);
        var built = inner.Build(target);
        return Expression.Bind(property, isRequired
            ? built
            : Expression.Condition(
                Expression.Equal(target, Expression.Constant(null, target.Type)), Expression.Constant(null, target.Type), built, target.Type));
    }

    /// <summary>Whether a to-one never lacks its object.</summary>
    public static bool IsAlwaysThere(INavigation navigation) =>
        navigation.IsOnDependent ? navigation.ForeignKey.IsRequired : navigation.ForeignKey.IsRequiredDependent;

    private bool IsRequired(PropertyInfo property) =>
        NavigationOf(property) is { } navigation ? IsAlwaysThere(navigation) : model.FindEntityType(type)?.FindComplexProperty(property.Name)?.IsNullable == false;

    /// <summary>A value of several columns: read member by member, or EF would select every column of its owner.</summary>
    private bool IsComplex(PropertyInfo property) => model.FindEntityType(type)?.FindComplexProperty(property.Name) is not null;

    private void AddAll()
    {
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
        {
            values[property.Name] = property;
        }
    }

    private void Add(PropertyInfo property, FieldPlan field)
    {
        if (IsComplex(property))
        {
            InnerOf(property).AddAll();
            return;
        }

        if (NavigationOf(property) is null)
        {
            values[property.Name] = property;
            return;
        }

        var inner = InnerOf(property);
        foreach (var child in field.Children)
        {
            inner.Add(child);
        }

        if (inner.IsEmpty)
        {
            inner.AddPath([PrimaryKeyOf(model, property.PropertyType)]);
        }
    }

    private bool IsEmpty => values.Count == 0 && related.Count == 0;

    private Projection InnerOf(PropertyInfo property)
    {
        if (!related.TryGetValue(property.Name, out var entry))
        {
            related[property.Name] = entry = (property, new Projection(model, property.PropertyType));
        }

        return entry.Inner;
    }

    private INavigation? NavigationOf(PropertyInfo property) => model.FindEntityType(type)?.FindNavigation(property.Name);
}
