using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using CenterDirectory.GraphQL.Data.Reading;
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
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly SortedDictionary<string, PropertyInfo> values = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (PropertyInfo Property, Projection Inner)> related = new(StringComparer.Ordinal);

    /// <summary>
    /// The primary key of an entity, as its own class has it: a compiled model has inherited members as the base class has them, and expressions
    /// over the one are not equal to those over the other.
    /// </summary>
    public static PropertyInfo PrimaryKeyOf(IModel model, Type type) =>
        (model.FindEntityType(type)?.FindPrimaryKey()?.Properties[0] is { } key ? Members.Find(type, key.Name) : null)
        ?? throw new InvalidOperationException($"{type.Name} is no entity with a key of one property.");

    /// <summary>Adds everything that a selection needs of its objects.</summary>
    public void Add(SelectionPlan selection)
    {
        foreach (var field in selection.Fields)
        {
            switch (field.Field.Source)
            {
                case PropertySource { Member: { } property } source:
                    Add(property, field);
                    foreach (var other in source.AlsoReads)
                    {
                        AddPath([other]);
                    }

                    break;
                case LevelSource { Origin: CollectionOrigin or RelationOrigin }:
                    AddPath([PrimaryKeyOf(model, type)]);
                    break;
                case LoaderSource loader:
                    foreach (var name in loader.Requires)
                    {
                        AddPath(Members.Path(type, name) ?? throw new InvalidOperationException($"A resolver requires {type.Name}.{name}, which does not exist."));
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

    /// <summary>Selects the columns of an item, and puts the object together from them.</summary>
    public Expression Build(Expression source, Cells cells) => Build(source, cells, StructureOf(model, type));

    private Expression Build(Expression source, Cells cells, ITypeBase structure)
    {
        var members = new List<(PropertyInfo Property, Expression Value)>();
        foreach (var property in values.Values)
        {
            var column = structure.FindProperty(property.Name)
                ?? throw new InvalidOperationException($"{type.Name}.{property.Name} is no column and cannot be selected; make it a resolver that says what it requires.");
            members.Add((property, cells.Read(Expression.Property(source, property), column)));
        }

        foreach (var (property, inner) in related.Values)
        {
            members.Add((property, Related(Expression.Property(source, property), inner, structure, cells)));
        }

        return structure is IEntityType
            ? Partial(members)
            : Expression.MemberInit(Expression.New(type), members.Select(member => Expression.Bind(member.Property, member.Value)));
    }

    /// <summary>
    /// An object that is empty but for these members, without a constructor: an entity begins with a dozen empty lists, of which a page of
    /// entities would make hundreds to throw them away.
    /// </summary>
    private BlockExpression Partial(List<(PropertyInfo Property, Expression Value)> members)
    {
        var item = Expression.Variable(type);
        var empty = Expression.Call(typeof(RuntimeHelpers), nameof(RuntimeHelpers.GetUninitializedObject), null, Expression.Constant(type));
        return Expression.Block(
            type,
            [item],
            [
                Expression.Assign(item, Expression.Convert(empty, type)),
                .. members.Select(member => Expression.Assign(Expression.Property(item, member.Property), member.Value)),
                item,
            ]);
    }

    private static Expression Related(MemberExpression target, Projection inner, ITypeBase owner, Cells cells)
    {
        var value = owner.FindComplexProperty(target.Member.Name);
        var structure = (ITypeBase?)value?.ComplexType ?? ((IEntityType)owner).FindNavigation(target.Member.Name)!.TargetEntityType;
        var isRequired = value?.IsNullable == false || (value is null && IsAlwaysThere(((IEntityType)owner).FindNavigation(target.Member.Name)!));
        if (isRequired)
        {
            return inner.Build(target, cells, structure);
        }

        // Of a missing object every column is null; one that never is otherwise tells it.
        var witness = (structure as IEntityType)?.FindPrimaryKey()?.Properties[0] ?? structure.GetProperties().First(property => !property.IsNullable);
        var isMissing = cells.IsMissing(Expression.Property(target, Members.Find(target.Type, witness.Name)!));
        return Expression.Condition(isMissing, Expression.Constant(null, target.Type), inner.Build(target, cells, structure), target.Type);
    }

    private static ITypeBase StructureOf(IModel model, Type type) =>
        model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is no entity.");

    /// <summary>Whether a to-one never lacks its object.</summary>
    public static bool IsAlwaysThere(INavigation navigation) =>
        navigation.IsOnDependent ? navigation.ForeignKey.IsRequired : navigation.ForeignKey.IsRequiredDependent;

    /// <summary>A value of several columns: read member by member, or EF would select every column of its owner.</summary>
    private bool IsComplex(PropertyInfo property) => model.FindEntityType(type)?.FindComplexProperty(property.Name) is not null;

    private void AddAll()
    {
        // What is no field a resolver may still want.
        foreach (var property in type.GetProperties(Instance).Where(property => property.SetMethod is not null))
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

        if (IsChoice(property))
        {
            AddChoices(property, field);
            return;
        }

        if (NavigationOf(property) is null)
        {
            values[property.Name] = property;
            return;
        }

        AddRelated(property, field.Children);
    }

    private void AddRelated(PropertyInfo navigation, IEnumerable<SelectionPlan> selections)
    {
        var inner = InnerOf(navigation);
        foreach (var selection in selections)
        {
            inner.Add(selection);
        }

        if (inner.IsEmpty)
        {
            inner.AddPath([PrimaryKeyOf(model, navigation.PropertyType)]);
        }
    }

    /// <summary>
    /// A property that may hold an object of several classes, which the model therefore does not know: <c>Subject</c> reads whichever of the
    /// navigations <c>SubjectCenter</c>, <c>SubjectProgram</c> … is there.
    /// </summary>
    private bool IsChoice(PropertyInfo property) =>
        property.PropertyType is { IsAbstract: true, IsValueType: false } && model.FindEntityType(type) is { } entity
        && entity.FindProperty(property.Name) is null && entity.FindNavigation(property.Name) is null;

    private void AddChoices(PropertyInfo property, FieldPlan field)
    {
        foreach (var child in field.Children)
        {
            if (Members.Find(type, property.Name + child.Type.ClrType.Name) is { } navigation)
            {
                AddRelated(navigation, [child]);
            }
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
