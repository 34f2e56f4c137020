using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Types;

/// <summary>What a resolver costs: nobody but its author knows how many statements it runs.</summary>
public sealed class CostAttribute : FieldAttribute
{
    /// <summary>Statements for all parents of a level together.</summary>
    public int Statements { get; set; }

    /// <summary>Rows for one parent at most.</summary>
    public int Rows { get; set; } = 1;

    /// <summary>The argument with the number of rows of a page; null if it gives none.</summary>
    public string? PageSize { get; set; }

    /// <summary>Rows of a page where that argument is absent.</summary>
    public int DefaultPageSize { get; set; } = 20;

    /// <summary>Rows of a page at most; more is refused.</summary>
    public int MaxPageSize { get; set; } = 100;

    public override int Order => int.MaxValue;

    public override void Configure(FieldBuilder field)
    {
        if (PageSize is null)
        {
            field.Cost = new FieldCost(Rows, Statements, 0);
            return;
        }

        var argument = field.Arguments.FindIndex(known => known.Name == PageSize);
        if (field.Source is LoaderSource source && argument >= 0)
        {
            field.Source = new PagedSource(source, request => Estimate(request, argument));
        }
        else
        {
            field.Problem($"[Cost] needs a resolver with the argument {PageSize}.");
        }
    }

    private FieldCost Estimate(FieldRequest request, int argument)
    {
        var size = request.Arguments[argument] as int? ?? DefaultPageSize;
        if (size < 0)
        {
            throw new GraphQLException($"`{PageSize}` must not be negative; it is {size}.");
        }

        return size <= MaxPageSize
            ? new FieldCost(size, Statements, 0)
            : throw Limits.Exceeded("pageSize", size, MaxPageSize, $"`{request.Plan.ResponseName}` asks for too many items at once");
    }

    private sealed class PagedSource(LoaderSource source, Func<FieldRequest, FieldCost> estimate) : LoaderSource
    {
        public override IReadOnlyList<string> Requires => source.Requires;

        public override FieldCost Estimate(FieldRequest request) => estimate(request);

        public override ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken) =>
            source.LoadAsync(request, parents, cancellationToken);
    }
}
