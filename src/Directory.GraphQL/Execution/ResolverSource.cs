using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>A method that is called for each parent, after the level is loaded.</summary>
internal sealed class ResolverSource(ResolverBinder.Call call, IReadOnlyList<string> requires) : LoaderSource
{
    public override IReadOnlyList<string> Requires => requires;

    public override async ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        var values = new object?[parents.Count];
        Exception?[]? errors = null;
        for (var i = 0; i < parents.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                values[i] = await Awaited.ValueOf(call(parents[i], request.Arguments, request.Context, cancellationToken));
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                (errors ??= new Exception?[parents.Count])[i] = error;
            }
        }

        return new FieldValues(values, errors);
    }
}

/// <summary>A method that is called once for all parents of a level and answers with a dictionary.</summary>
internal sealed class BatchResolverSource(ResolverBinder.Call call, Type parentType, IReadOnlyList<string> requires) : LoaderSource
{
    public override IReadOnlyList<string> Requires => requires;

    /// <summary>Binds <c>Task&lt;IReadOnlyDictionary&lt;Parent, Value&gt;&gt; Method(IReadOnlyList&lt;Parent&gt;, …)</c>.</summary>
    public static FieldSource Create(MethodInfo method, SchemaBuilder schema, Type? owner)
    {
        ResolverBinder.CheckParameters(method, schema, owner);
        var first = method.GetParameters().FirstOrDefault()?.ParameterType;
        if (first is null || !ClrTypes.IsList(first, out var parentType))
        {
            schema.Problem($"{method.DeclaringType?.Name}.{method.Name}: a batch resolver takes the parents as its first parameter, IReadOnlyList<Parent>.");
            parentType = typeof(object);
        }
        else if (owner is null || !parentType.IsAssignableFrom(owner))
        {
            schema.Problem($"{method.DeclaringType?.Name}.{method.Name}: the parents are {(owner is null ? "none, it is a field of a root type" : owner.Name)}, never {parentType.Name}.");
        }

        var requires = method.GetCustomAttribute<BatchResolverAttribute>()!.Requires;
        return new BatchResolverSource(ResolverBinder.Compile(method, schema), parentType, requires);
    }

    /// <summary>What the method says of each parent.</summary>
    public async ValueTask<object?[]> AnswerAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        var distinct = new HashSet<object>(parents, ReferenceEqualityComparer.Instance).ToArray();
        var typed = Array.CreateInstance(parentType, distinct.Length);
        Array.Copy(distinct, typed, distinct.Length);
        var answer = (IDictionary?)await Awaited.ValueOf(call(typed, request.Arguments, request.Context, cancellationToken));
        return [.. parents.Select(parent => answer?[parent])];
    }

    public override async ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        try
        {
            return new FieldValues(await AnswerAsync(request, parents, cancellationToken));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return FieldValues.Failed(error, parents.Count);
        }
    }
}

/// <summary>Awaits whatever a resolver returned.</summary>
internal static class Awaited
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> Results = new();

    /// <summary>The value itself, or the result of the task.</summary>
    public static async ValueTask<object?> ValueOf(object? returned)
    {
        var task = returned switch
        {
            null => null,
            Task plain => plain,
            _ when returned.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>) =>
                (Task)type.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null)!,
            _ => null,
        };
        if (task is null)
        {
            return returned;
        }

        await task;
        return Results.GetOrAdd(task.GetType(), static type => type.GetProperty("Result"))?.GetValue(task);
    }
}
