using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>What the application tells the engine about its database.</summary>
public sealed class DataOptions
{
    private DataOptions(Type contextType) => (ContextType, Context) = (contextType, Expression.Parameter(contextType, "db"));

    /// <summary>The DbContext that resolvers of the request get too.</summary>
    public Type ContextType { get; }

    /// <summary>Folds a text for comparisons that disregard case and the like: a static method that the model maps to SQL; null if there is none.</summary>
    public MethodInfo? Fold { get; set; }

    /// <summary>For ids that <c>node</c> does not find: the ids of the objects that stand for them now; null if there is no such thing.</summary>
    public FindReplaced? Replaced { get; set; }

    /// <summary>Suffix of the member that holds the folded form of the member it stands beside, e.g. <c>NameFolded</c>.</summary>
    public string FoldedSuffix { get; set; } = "Folded";

    /// <summary>Names the member by which objects stand in the same order as by another, for the database has an index of it; null where there is none.</summary>
    public Func<PropertyInfo, PropertyInfo?>? OrderedAlike { get; set; }

    /// <summary>For scalars that do not compare in SQL: the suffix of the member to sort by, e.g. <c>StartsOnEarliest</c> for <c>StartsOn</c>.</summary>
    public Dictionary<Type, string> SortSuffixes { get; } = [];

    /// <summary>Further operations on members of a type.</summary>
    public List<CustomOperation> Operations { get; } = [];

    /// <summary>Members of related objects that are stored beside the relation too.</summary>
    public List<MemberCopy> Copies { get; } = [];

    /// <summary>Classes whose objects stand in one column, written and read as a whole: their members are neither filters nor sort keys.</summary>
    public HashSet<Type> Whole { get; } = [];

    /// <summary>Further fields of the filter of a class.</summary>
    public List<CustomFilterField> FilterFields { get; } = [];

    /// <summary>Further yes-or-no fields of the filter of a class.</summary>
    public List<CustomFilterFact> FilterFacts { get; } = [];

    /// <summary>Further fields of the filter of a class that are one of several values.</summary>
    public List<CustomFilterChoice> FilterChoices { get; } = [];

    /// <summary>Whether pages of many parents are read as windows on every database; otherwise SQLite has a form of its own.</summary>
    internal bool AlwaysWindows { get; set; }

    /// <summary>Stands for the context in queries.</summary>
    internal ParameterExpression Context { get; }

    /// <summary>Translated statements of the schema.</summary>
    internal StatementCache Statements { get; } = new();

    /// <summary>The options of a schema under construction.</summary>
    public static DataOptions Of(SchemaBuilder schema) =>
        schema.Features.TryGetValue(typeof(DataOptions), out var options)
            ? (DataOptions)options
            : throw new InvalidOperationException("Name the DbContext with UseDbContext before fields that read the database.");

    internal static DataOptions Create(Type contextType) => new(contextType);
}

/// <summary>Says which objects stand for some that are gone.</summary>
/// <param name="db">The context of the request.</param>
/// <param name="type">Name of the type.</param>
/// <param name="keys">Keys that no object has.</param>
/// <param name="cancellationToken">Stops it.</param>
public delegate Task<IReadOnlyDictionary<long, long>> FindReplaced(
    Microsoft.EntityFrameworkCore.DbContext db, string type, long[] keys, CancellationToken cancellationToken);

/// <summary>An operation on members of type <paramref name="MemberType"/> beside those that every scalar has.</summary>
/// <param name="MemberType">C# type of the members.</param>
/// <param name="Name">Name of the operation in the filter input.</param>
/// <param name="Description">Its description.</param>
/// <param name="OperandType">C# type of its operand, a scalar or an input class.</param>
/// <param name="Build">Builds the condition: object, member, operand, and a function that turns a value into a parameter of the statement; null for no condition.</param>
public sealed record CustomOperation(
    Type MemberType, string Name, string Description, Type OperandType,
    Func<Expression, PropertyInfo, object, Func<object, Type, Expression>, Expression?> Build);

/// <summary>A field of the filter of a class that stands for no field of its type.</summary>
/// <param name="EntityType">The class.</param>
/// <param name="Name">Name of the field.</param>
/// <param name="Description">Its description.</param>
/// <param name="OperandScalar">Name of the scalar of its operand.</param>
/// <param name="Condition">The condition: an expression of the object and the operand.</param>
public sealed record CustomFilterField(Type EntityType, string Name, string Description, string OperandScalar, LambdaExpression Condition)
{
    /// <summary>
    /// Asked when a filter with it found nothing: what is wrong with the operand and what to do, as the end of a sentence; null if it is right and there
    /// is simply nothing.
    /// </summary>
    public FindMistake? Mistake { get; init; }
}

/// <summary>Says what is wrong with an operand of a filter that found nothing; null if nothing is.</summary>
/// <param name="db">The context of the request.</param>
/// <param name="operand">The operand.</param>
/// <param name="cancellationToken">Stops it.</param>
public delegate Task<string?> FindMistake(Microsoft.EntityFrameworkCore.DbContext db, object operand, CancellationToken cancellationToken);

/// <summary>
/// A yes-or-no field of the filter of a class that depends on more than the data, e.g. on the clock: whatever is filtered by it is never cached by
/// revision.
/// </summary>
/// <param name="EntityType">The class.</param>
/// <param name="Name">Name of the field.</param>
/// <param name="Description">Its description.</param>
/// <param name="Operand">What it depends on, told by the services of the request.</param>
/// <param name="IsTrue">Whether it is true: an expression of the object and the operand, itself never unknown.</param>
/// <param name="IsFalse">Whether it is false, likewise. Where neither holds it is null.</param>
public sealed record CustomFilterFact(
    Type EntityType, string Name, string Description, Func<IServiceProvider, object> Operand, LambdaExpression IsTrue, LambdaExpression IsFalse)
{
    /// <summary>Whether it changes with the clock alone, see <see cref="VolatileAttribute.ByClock"/>.</summary>
    public bool ByClock { get; init; }
}

/// <summary>
/// A field of the filter of a class that is always one of the values of an enum and depends on more than the data, e.g. on the clock: whatever is
/// filtered by it is never cached by revision.
/// </summary>
/// <param name="EntityType">The class.</param>
/// <param name="Name">Name of the field.</param>
/// <param name="Description">Its description.</param>
/// <param name="EnumType">The enum.</param>
/// <param name="Operand">What it depends on, told by the services of the request.</param>
/// <param name="Conditions">For each value when it is that one: an expression of the object and the operand, itself never unknown.</param>
public sealed record CustomFilterChoice(
    Type EntityType, string Name, string Description, Type EnumType, Func<IServiceProvider, object> Operand,
    IReadOnlyDictionary<Enum, LambdaExpression> Conditions);

/// <summary>Registration of the database side of the engine.</summary>
public static class DataSchemaBuilderExtensions
{
    /// <summary>Names the DbContext that pages are read from.</summary>
    public static SchemaBuilder UseDbContext<TContext>(this SchemaBuilder schema, Action<DataOptions>? configure = null)
        where TContext : Microsoft.EntityFrameworkCore.DbContext
    {
        var options = DataOptions.Create(typeof(TContext));
        configure?.Invoke(options);
        schema.Features[typeof(DataOptions)] = options;
        return schema;
    }
}
