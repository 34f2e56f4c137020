using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// The field is a connection: paged from the start or the end, read with one statement for all parents.
/// Goes with a root method that returns <c>IQueryable&lt;T&gt;</c>, or with an expression of a type extension: a property, or a method whose
/// parameters are arguments of the field.
/// </summary>
public sealed class UsePagingAttribute : FieldAttribute
{
    /// <summary>Largest page; 0 takes the engine's.</summary>
    public int MaxPageSize { get; set; }

    /// <summary>Whether pages can be taken from the end too; default true.</summary>
    public bool AllowBackwardPagination { get; set; } = true;

    /// <summary>
    /// The method takes its parent and returns a query for it alone: a statement for each parent, and counted so. For parents that are no rows
    /// and come one at a time; a relation between rows is an expression.
    /// </summary>
    public bool PerParent { get; set; }

    public override int Order => 0;

    public override void Configure(FieldBuilder field)
    {
        if (!ClrTypes.IsList(field.ValueType, out var item))
        {
            field.Problem("[UsePaging] needs IQueryable<T> or an expression that gives IEnumerable<T>.");
            return;
        }

        if (!PerParent && field.Member is MethodInfo method && ResolverBinder.IsQueryOfParent(method))
        {
            field.Problem(FieldFactory.NestedQuery(field));
            return;
        }

        field.Features[typeof(UsePagingAttribute)] = this;
        var maximum = MaxPageSize > 0 ? MaxPageSize : 100;
        field.AddArgument("first", $"Items from the start, default 20, at most {maximum}.", BuiltInScalars.Int);
        field.AddArgument("after", "Start after this cursor.", BuiltInScalars.String);
        if (AllowBackwardPagination)
        {
            field.AddArgument("last", $"Items from the end, at most {maximum}.", BuiltInScalars.Int);
            field.AddArgument("before", "End before this cursor.", BuiltInScalars.String);
        }

        field.Type = new NonNullType(ConnectionTypes.For(field.Schema, item));
        field.Source = LevelFactory.Create(field, item, MaxPageSize);
    }
}

/// <summary>The field takes <c>where</c>, derived from the fields of its items.</summary>
public sealed class UseFilteringAttribute : FieldAttribute
{
    /// <summary>Property of the items that holds what is filtered, if that is not the items themselves.</summary>
    public string? Through { get; set; }

    public override int Order => 1;

    public override void Configure(FieldBuilder field)
    {
        if (!ClrTypes.IsList(field.ValueType, out var item))
        {
            return;
        }

        if (Through is null)
        {
            field.AddArgument("where", "Only items that match.", FilterTypes.For(field.Schema, item));
        }
        else if (field.Source is LevelSource level && Members.Find(item, Through) is { } property)
        {
            field.AddArgument("where", "Only items that match.", FilterTypes.For(field.Schema, property.PropertyType));
            level.FilteredThrough = property;
        }
        else
        {
            field.Problem($"[UseFiltering] goes with [UsePaging], and {item.Name} must have the property {Through}.");
        }
    }
}

/// <summary>
/// The field is a plain list of a bounded number of items, read with one statement for all parents. Goes with an expression of a type extension, as
/// <see cref="UsePagingAttribute"/> does; what has no bound is a connection.
/// </summary>
/// <param name="maximum">Most items of one parent; what goes beyond is left out.</param>
public sealed class UseListAttribute(int maximum) : FieldAttribute
{
    /// <summary>Name of a static method of the class that says from the arguments of the field how many items there can be; default: the maximum.</summary>
    public string? Estimate { get; set; }

    public override void Configure(FieldBuilder field)
    {
        var origin = LevelFactory.OriginOf(field);
        if (!ClrTypes.IsList(field.ValueType, out var item) || origin is RootOrigin)
        {
            field.Problem("[UseList] needs an expression that gives IEnumerable<T>.");
            return;
        }

        var estimate = Estimate is null ? null : field.Member.DeclaringType!.GetMethod(Estimate, BindingFlags.NonPublic | BindingFlags.Static);
        field.Source = (LevelSource)Activator.CreateInstance(
            typeof(ListSource<>).MakeGenericType(item), field.Schema, DataOptions.Of(field.Schema), origin, maximum,
            estimate is null ? null : ResolverBinder.Compile(estimate, field.Schema, field.Arguments))!;
    }
}

/// <summary>The field takes <c>order</c>, derived from the fields of its items.</summary>
public sealed class UseSortingAttribute : FieldAttribute
{
    public override int Order => 2;

    public override void Configure(FieldBuilder field)
    {
        if (ClrTypes.IsList(field.ValueType, out var item))
        {
            field.AddArgument("order", "Sort keys, strongest first.", new ListType(new NonNullType(SortTypes.For(field.Schema, item))));
        }
    }
}

/// <summary>A method that returns <c>IQueryable&lt;T&gt;</c> without knowing a parent gives its first item, or null.</summary>
public sealed class UseFirstOrDefaultAttribute : FieldAttribute
{
    public override void Configure(FieldBuilder field) => Configure(field, isStrict: false);

    internal static void Configure(FieldBuilder field, bool isStrict)
    {
        if (!ClrTypes.IsList(field.ValueType, out var item) || field.Member is not MethodInfo method || ResolverBinder.IsQueryOfParent(method))
        {
            field.Problem("[UseFirstOrDefault] and [UseSingleOrDefault] need a method that returns IQueryable<T> and takes no parent.");
            return;
        }

        field.Type = field.Schema.Object(item);
        field.Source = LevelFactory.CreateSingle(field, item, isStrict);
    }
}

/// <summary>A root method that returns <c>IQueryable&lt;T&gt;</c> gives its only item, or null; several are an error AMBIGUOUS.</summary>
public sealed class UseSingleOrDefaultAttribute : FieldAttribute
{
    public override void Configure(FieldBuilder field) => UseFirstOrDefaultAttribute.Configure(field, isStrict: true);
}

/// <summary>How items of a type are sorted where nobody says otherwise, as <c>order</c> would say it: names of fields, <c>-</c> in front for descending.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DefaultOrderAttribute(params string[] fields) : Attribute
{
    public string[] Fields { get; } = fields;
}

/// <summary>What a level reads from: a root query, or a collection of a parent.</summary>
internal static class LevelFactory
{
    public static LevelSource Create(FieldBuilder field, Type item, int maxPageSize)
    {
        var data = DataOptions.Of(field.Schema);
        var origin = OriginOf(field);
        return (LevelSource)Activator.CreateInstance(
            typeof(PageSource<>).MakeGenericType(item), field.Schema, data, origin, maxPageSize)!;
    }

    public static LevelSource CreateSingle(FieldBuilder field, Type item, bool isStrict) =>
        (LevelSource)Activator.CreateInstance(typeof(SingleSource<>).MakeGenericType(item), DataOptions.Of(field.Schema), OriginOf(field), isStrict)!;

    public static LevelOrigin OriginOf(FieldBuilder field)
    {
        if (field.Member is not MethodInfo method)
        {
            return CollectionOrigin.Parse((LambdaExpression)((PropertyInfo)field.Member).GetValue(null)!, field.Problem);
        }

        var call = ResolverBinder.Compile(method, field.Schema);
        if (typeof(LambdaExpression).IsAssignableFrom(method.ReturnType))
        {
            return new RelationOrigin(call);
        }

        var context = DataOptions.Of(field.Schema).ContextType;
        var others = method.GetParameters().Where(parameter => parameter.ParameterType != context).ToList();
        int? arguments = others.TrueForAll(parameter => ResolverBinder.IsArgument(parameter, field.Schema)) ? others.Count : null;
        return new RootOrigin(call, arguments, ResolverBinder.IsQueryOfParent(method), ResolverBinder.RequiresOf(method));
    }
}
