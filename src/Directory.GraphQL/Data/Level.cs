using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using CenterDirectory.GraphQL.Data.Reading;
using CenterDirectory.GraphQL.Execution;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.GraphQL.Data;

/// <summary>One level of one request: where its rows come from, what is wanted of them, and in which order.</summary>
internal sealed class Level<T>(
    DataOptions data, StatementPlace place, FieldPlan plan, Func<Expression>? query, bool isFixed, PageArguments page,
    SortOrder order, SelectedParts parts)
    where T : class
{
    private SortOrder? reading;
    private (object?[]? After, object?[]? Before)? bounds;

    /// <summary>Where its statements run.</summary>
    public StatementPlace Place { get; } = place;

    public IModel Model { get; } = place.Db.Model;

    public SelectedParts Parts { get; } = parts;

    /// <summary>What is selected of the items.</summary>
    public IEnumerable<SelectionPlan> Items { get; init; } = SelectedParts.Items(plan);

    /// <summary>Property of the items that the filter is about; null if it is about the items.</summary>
    public PropertyInfo? FilteredThrough { get; init; }

    /// <summary>Rows to read of each parent: one more than asked for tells whether the page is the last one.</summary>
    public int Limit => page.Size + 1;

    /// <summary>The order in which rows are read: from the end for a page at the end; without regard to what the filter leaves out.</summary>
    public SortOrder Reading => reading ??= KnownValues.Simplify(page.IsBackward ? order.Reversed : order, page.Where, FilteredThrough);

    /// <summary>Reads copies in place of what is farther away.</summary>
    public ExpressionVisitor Copies { get; } = new CopiedMembers(data.Copies);

    /// <summary>Key values of the cursors.</summary>
    /// <exception cref="GraphQLException">A cursor does not belong to the order.</exception>
    public (object?[]? After, object?[]? Before) Bounds => bounds ??= (
        page.After is null ? null : Cursor.Decode(order, page.After),
        page.Before is null ? null : Cursor.Decode(order, page.Before));

    /// <summary>Filter, and cursors if they are wanted; null if there is no condition.</summary>
    public Expression? Condition(Expression item, StatementParameters statement, bool withCursors)
    {
        var filtered = FilteredThrough is null ? item : Expression.Property(item, FilteredThrough);
        var condition = page.Where is null ? null : new FilterCompiler(data, statement, Place.Services).Compile(page.Where, filtered);
        var hasCursor = withCursors && (page.After ?? page.Before) is not null;
        var forward = hasCursor ? KnownValues.Simplify(order, page.Where, FilteredThrough).Rebase(Place.Context, statement) : order;
        if (withCursors && Bounds.After is { } after)
        {
            condition = And(condition, Keyset.After(item, forward, after, statement));
        }

        return withCursors && Bounds.Before is { } before ? And(condition, Keyset.After(item, forward.Reversed, before, statement)) : condition;
    }

    /// <summary>The query of the root method over the context; null for collections.</summary>
    public Expression? Source(StatementParameters statement) => query is null ? null : RootQuery.Rebase(query(), Place.Context, statement);

    /// <summary>What tells a statement of this level from all others.</summary>
    public StatementKey Key(string part, Expression? source, Expression? condition) => new(plan, part, source, condition);

    /// <summary>The part of the page: rows in an order.</summary>
    public string RowsPart => page.IsBackward ? order.Reversed.Name : order.Name;

    /// <summary>The same told from the arguments alone; null if it takes the expressions to tell.</summary>
    /// <param name="part">Which statement.</param>
    /// <param name="withCursors">Whether it begins or ends at the cursors.</param>
    /// <param name="keys">Keys of the parents, the first value; null at the root.</param>
    /// <param name="isLimited">Whether the number of rows is the last value.</param>
    public StatementForm? Form(string part, bool withCursors, Array? keys, bool isLimited)
    {
        if (!isFixed)
        {
            return null;
        }

        var form = new StringBuilder(part);
        var values = new List<object?>(8);
        if (keys is not null)
        {
            values.Add(keys);
        }

        if (page.Where is not null && !new FilterShape(data, form, values).TryAdd(page.Where))
        {
            return null;
        }

        if (withCursors)
        {
            AddCursor('>', Bounds.After, form, values);
            AddCursor('<', Bounds.Before, form, values);
        }

        if (isLimited)
        {
            values.Add(Limit);
        }

        return new StatementForm(new StatementKey(plan, form.ToString(), null, null), values);
    }

    private static void AddCursor(char sign, object?[]? bound, StringBuilder form, List<object?> values)
    {
        if (bound is null)
        {
            return;
        }

        form.Append(sign);
        foreach (var value in bound)
        {
            form.Append(value is null ? '~' : '.');
            if (value is not null)
            {
                values.Add(value);
            }
        }
    }

    /// <summary>Reads of an item what was selected, and what its cursor needs.</summary>
    public Expression Project(Expression item, Cells cells)
    {
        var projection = new Projection(Model, typeof(T));
        foreach (var selection in Items)
        {
            projection.Add(selection);
        }

        foreach (var path in order.Keys.SelectMany(key => key.Paths))
        {
            projection.AddPath(path);
        }

        return projection.Build(item, cells);
    }

    /// <summary>The page of one parent.</summary>
    public Connection PageOf(List<T> rows, int? totalCount)
    {
        var hasMore = rows.Count > page.Size;
        if (hasMore)
        {
            rows.RemoveRange(page.Size, rows.Count - page.Size);
        }

        if (page.IsBackward)
        {
            rows.Reverse();
        }

        return new Connection(
            rows,
            item => Cursor.Encode(order, item),
            HasNextPage: page.IsBackward ? page.Before is not null : hasMore,
            HasPreviousPage: page.IsBackward ? hasMore : page.After is not null,
            totalCount);
    }

    private static Expression And(Expression? left, Expression right) => left is null ? right : Expression.AndAlso(left, right);
}
