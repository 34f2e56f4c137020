using System.Linq.Expressions;
using CenterDirectory.GraphQL.Execution;
using Microsoft.EntityFrameworkCore.Query;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// What makes two statements the same: the selected field with its projection, which of its statements, its order, and the structure of
/// source and condition with parameters in place of values. Expressions are compared, not summed up in a text, so two filters can never
/// share a statement by accident.
/// </summary>
/// <param name="Field">The selected field of one document.</param>
/// <param name="Part">Which statement of the field, order included.</param>
/// <param name="Source">Query of the root method; null for collections.</param>
/// <param name="Condition">Filter and cursor; null if there are none.</param>
internal sealed record StatementKey(FieldPlan Field, string Part, Expression? Source, Expression? Condition)
{
    /// <summary>The part that is the number of rows.</summary>
    public const string Count = "count";

    private readonly int hash = HashCode.Combine(
        Field, Part, Source is null ? 0 : ExpressionEqualityComparer.Instance.GetHashCode(Source), Condition is null ? 0 : ExpressionEqualityComparer.Instance.GetHashCode(Condition));

    /// <summary>Whether it is the number of rows of its query.</summary>
    public bool IsCount => Part == Count;

    public bool Equals(StatementKey? other) =>
        other is not null
        && hash == other.hash
        && Field == other.Field
        && Part == other.Part
        && ExpressionEqualityComparer.Instance.Equals(Source, other.Source)
        && ExpressionEqualityComparer.Instance.Equals(Condition, other.Condition);

    public override int GetHashCode() => hash;
}

/// <summary>
/// Translated statements of a schema, the longest unused go first. One field keeps a limited number, so that a client who varies filters
/// pushes out only statements of its own.
/// </summary>
internal sealed class StatementCache(int capacity = 2_000, int capacityOfField = 64)
{
    private readonly Dictionary<StatementKey, LinkedListNode<Entry>> byKey = [];
    private readonly Dictionary<FieldPlan, int> counts = [];
    private readonly LinkedList<Entry> recent = [];
    private readonly Lock gate = new();

    /// <summary>Statements that are kept.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return byKey.Count;
            }
        }
    }

    /// <summary>The translated statement; null if it is new.</summary>
    public object? Find(StatementKey key)
    {
        lock (gate)
        {
            if (!byKey.TryGetValue(key, out var known))
            {
                return null;
            }

            recent.Remove(known);
            recent.AddFirst(known);
            return known.Value.Statement;
        }
    }

    /// <summary>The translated statement, made if it is new.</summary>
    public object GetOrAdd(StatementKey key, Func<object> translate)
    {
        if (Find(key) is { } known)
        {
            return known;
        }

        // Two requests may translate the same at once: both work, one is kept.
        var made = translate();
        lock (gate)
        {
            if (!byKey.ContainsKey(key))
            {
                Add(key, made);
            }
        }

        return made;
    }

    private void Add(StatementKey key, object made)
    {
        var count = counts.GetValueOrDefault(key.Field);
        if (count >= capacityOfField)
        {
            Remove(LastOf(key.Field));
        }
        else if (byKey.Count >= capacity)
        {
            Remove(recent.Last!);
        }

        byKey[key] = recent.AddFirst(new Entry(key, made));
        counts[key.Field] = counts.GetValueOrDefault(key.Field) + 1;
    }

    private LinkedListNode<Entry> LastOf(FieldPlan field)
    {
        var node = recent.Last!;
        while (node.Value.Key.Field != field)
        {
            node = node.Previous!;
        }

        return node;
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        var field = node.Value.Key.Field;
        recent.Remove(node);
        byKey.Remove(node.Value.Key);
        if (--counts[field] == 0)
        {
            counts.Remove(field);
        }
    }

    private sealed record Entry(StatementKey Key, object Statement);
}
