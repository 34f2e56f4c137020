using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Types;

/// <summary>What a resolver takes, counted before anything runs: statements, and rows if it gives a page.</summary>
/// <param name="statements">Statements for one parent.</param>
public sealed class CostAttribute(int statements) : FieldAttribute
{
    /// <summary>Name of the argument with the number of items; null if it gives no page.</summary>
    public string? PageSize { get; set; }

    /// <summary>Items where the argument is absent.</summary>
    public int DefaultPageSize { get; set; } = 20;

    /// <summary>Items at most.</summary>
    public int MaxPageSize { get; set; } = 100;

    public override int Order => int.MaxValue;

    public override void Configure(FieldBuilder field)
    {
        var argument = PageSize is null ? -1 : field.Arguments.FindIndex(known => known.Name == PageSize);
        if (field.Source is not LoaderSource source || (PageSize is not null && argument < 0))
        {
            field.Problem("[Cost] needs a resolver that has the argument it names.");
            return;
        }

        field.Source = new CostedSource(source, request => Estimate(request, argument));
    }

    private FieldCost Estimate(FieldRequest request, int argument)
    {
        if (argument < 0)
        {
            return new FieldCost(1, statements, 0);
        }

        var size = request.Arguments[argument] as int? ?? DefaultPageSize;
        if (size < 0)
        {
            throw new GraphQLException($"`{PageSize}` must not be negative; it is {size}.");
        }

        return size <= MaxPageSize
            ? new FieldCost(size, statements, 0)
            : throw Limits.Exceeded("pageSize", size, MaxPageSize, $"`{request.Plan.ResponseName}` asks for too many items at once");
    }

    private sealed class CostedSource(LoaderSource source, Func<FieldRequest, FieldCost> estimate) : LoaderSource
    {
        public override IReadOnlyList<string> Requires => source.Requires;

        public override FieldCost Estimate(FieldRequest request) => estimate(request);

        public override ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken) =>
            source.LoadAsync(request, parents, cancellationToken);
    }
}
