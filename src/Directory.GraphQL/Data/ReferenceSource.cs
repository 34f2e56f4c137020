using System.Reflection;
using System.Runtime.CompilerServices;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// The method says by a <see cref="NodeReference{T}"/> which object the field gives, or by a list of them which ones: the objects of all parents are
/// read with one statement a type. The field is null where the method gives null and where the object is gone; a list goes without it.
/// </summary>
/// <remarks>A method for all parents at once is marked with <see cref="BatchResolverAttribute"/> too.</remarks>
public sealed class UseNodesAttribute : FieldAttribute
{
    /// <summary>Statements that the method itself runs for all parents of a level together.</summary>
    public int Statements { get; set; }

    public override void Configure(FieldBuilder field)
    {
        var isBatch = field.Member.IsDefined(typeof(BatchResolverAttribute));
        var returned = isBatch ? field.ValueType : (field.Member as MethodInfo)?.ReturnType;
        var isList = returned is not null && ClrTypes.IsList(returned, out var item) && ClrTypes.IsReference(item);
        if (returned is null || !(isList || ClrTypes.IsReference(returned)))
        {
            field.Problem("[UseNodes] needs a method that returns NodeReference<T>, or a list of them.");
            return;
        }

        field.Type = isList ? field.Type : field.Type.Nullable;
        var batch = field.Source as BatchResolverSource;
        var call = ResolverBinder.Compile((MethodInfo)field.Member, field.Schema);
        var requires = batch?.Requires ?? ResolverBinder.RequiresOf((MethodInfo)field.Member);
        field.Source = new ReferenceSource(DataOptions.Of(field.Schema), call, requires, batch, Statements);
    }
}

/// <summary>A field whose values are objects that the parents refer to by type and key.</summary>
/// <param name="data">Options of the schema.</param>
/// <param name="call">Says what one parent refers to.</param>
/// <param name="requires">What it reads of its parent.</param>
/// <param name="batch">Says what all parents refer to, in place of the call; null if each is asked.</param>
/// <param name="statements">Statements that it takes to say so.</param>
internal sealed class ReferenceSource(
    DataOptions data, ResolverBinder.Call call, IReadOnlyList<string> requires, BatchResolverSource? batch, int statements) : LoaderSource
{
    public override IReadOnlyList<string> Requires => requires;

    public override bool LoadsReferences => true;

    /// <summary>Which types there will be, only the parents tell.</summary>
    public override FieldCost Estimate(FieldRequest request) => new(
        1, statements + request.Plan.Children.Count(child => NeedsRow(child) && (request.Plan.Children.Count == 1 || request.NodeTypes?.Contains(child.Type.Name) != false)), 0);

    public override async ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        var held = batch is null
            ? [.. parents.Select(parent => call(parent, request.Arguments, request.Context, cancellationToken))]
            : await batch.AnswerAsync(request, parents, cancellationToken);
        var found = new Dictionary<INodeReference, object>();
        foreach (var group in held.SelectMany(ReferencesIn).Distinct().GroupBy(reference => reference.Type))
        {
            await LoadAsync(request, [.. group], found, cancellationToken);
        }

        return new FieldValues([.. held.Select(value => value switch
        {
            INodeReference reference => found.GetValueOrDefault(reference),
            IEnumerable<INodeReference> list => list.Where(found.ContainsKey).Select(reference => found[reference]).ToList(),
            _ => null,
        })]);
    }

    /// <summary>Reads objects of one type.</summary>
    private async Task LoadAsync(
        FieldRequest request, INodeReference[] references, Dictionary<INodeReference, object> found, CancellationToken cancellationToken)
    {
        var selection = request.Plan.Children.FirstOrDefault(child => child.Type.Name == references[0].Type)
            ?? throw new InvalidOperationException($"{request.Plan.Field.Name} refers to a {references[0].Type}, which is none of the types it can have.");
        if (!NeedsRow(selection))
        {
            Array.ForEach(references, reference => found[reference] = RuntimeHelpers.GetUninitializedObject(selection.Type.ClrType));
            return;
        }

        var place = new StatementPlace(data, request.Context);
        var objects = await NodeLoader.LoadAsync(place, request.Plan, selection, [.. references.Select(reference => reference.Key)], cancellationToken);
        foreach (var reference in references.Where(reference => objects.ContainsKey(reference.Key)))
        {
            found[reference] = objects[reference.Key];
        }
    }

    private static IEnumerable<INodeReference> ReferencesIn(object? value) => value switch
    {
        INodeReference reference => [reference],
        IEnumerable<INodeReference> list => list,
        _ => [],
    };

    /// <summary>The name of its type is known from the reference.</summary>
    private static bool NeedsRow(SelectionPlan selection) => selection.Fields.Any(field => field.Field.Name != Introspection.TypeName.Name);
}
