using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>One request while it is executed.</summary>
public sealed class RequestContext
{
    public required Schema Schema { get; init; }

    public required OperationPlan Plan { get; init; }

    /// <summary>Services of the request.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>Coerced variables by name; one that was not given and has no default is missing.</summary>
    public required IReadOnlyDictionary<string, object?> Variables { get; init; }

    public required EngineOptions Options { get; init; }

    /// <summary>The parent of the root fields; of a subscription the event that is answered.</summary>
    public object Root { get; init; } = RootValue.Instance;

    /// <summary>The language of the operation; null if the schema knows none.</summary>
    public object? Language => Schema.Translations is not { } known ? null : Plan.Language switch
    {
        VariableNode variable => Variables.GetValueOrDefault(variable.Name.Value) ?? known.Fallback,
        EnumValueNode name => ((EnumType)Schema.DirectivesByName[known.Directive].Arguments[0].Type.Nullable).ByName[name.Value].ClrValue,
        _ => known.Fallback,
    };

    /// <summary>Conditions that hold, as bits.</summary>
    public ulong Held { get; init; }

    /// <summary>Conditions whose variable is null, as bits: neither held nor not.</summary>
    public ulong Undecided { get; init; }

    /// <summary>With what arguments make the answer change beside the data; known once the cost is checked.</summary>
    internal Volatility Volatility { get; private set; }

    /// <summary>Notes what an argument adds to it.</summary>
    internal void Depend(Volatility more) => Volatility = more > Volatility ? more : Volatility;

    /// <summary>Coerced arguments by field id, or the error that coercion ended with.</summary>
    internal object?[] ArgumentsByField { get; init; } = [];

    /// <summary>Arguments of a field, coerced once a request (6.4.1).</summary>
    /// <exception cref="GraphQLException">A value does not fit.</exception>
    public object?[] ArgumentsOf(FieldPlan field)
    {
        if (field.Field.Arguments.Count == 0)
        {
            return [];
        }

        var cached = ArgumentsByField[field.Id];
        if (cached is null)
        {
            ArgumentsByField[field.Id] = cached = ArgumentCoercion.Coerce(field, Variables);
        }

        return cached as object?[] ?? throw (GraphQLException)cached;
    }

    /// <summary>The same request for one event of a subscription.</summary>
    internal RequestContext ForEvent(object message, IServiceProvider services) => new()
    {
        Schema = Schema,
        Plan = Plan,
        Services = services,
        Variables = Variables,
        Options = Options,
        Root = message,
        Held = Held,
        Undecided = Undecided,
        ArgumentsByField = ArgumentsByField,
    };
}
