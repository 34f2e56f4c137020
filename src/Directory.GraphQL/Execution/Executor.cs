using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>Loads what a plan needs, level by level: one call a field for all parents together, never one a parent (6.2).</summary>
internal static class Executor
{
    /// <summary>Loads everything; the answer can then be written in one synchronous pass.</summary>
    public static async ValueTask<ObjectBatch> LoadAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var root = new ObjectBatch(context.Plan.Root);
        root.Objects.Add(context.Root);
        if (context.Plan.Operation == OperationType.Mutation)
        {
            // Mutations run one after another, each with everything below it (6.2.2).
            for (var i = 0; i < root.Plan.Fields.Count; i++)
            {
                var next = new List<ObjectBatch>();
                await LoadFieldAsync(context, root, i, next, cancellationToken);
                await LoadLevelsAsync(context, next, cancellationToken);
            }
        }
        else
        {
            await LoadLevelsAsync(context, [root], cancellationToken);
        }

        return root;
    }

    private static async ValueTask LoadLevelsAsync(RequestContext context, List<ObjectBatch> level, CancellationToken cancellationToken)
    {
        while (level.Count > 0)
        {
            var next = new List<ObjectBatch>();
            foreach (var batch in level)
            {
                for (var i = 0; i < batch.Plan.Fields.Count; i++)
                {
                    await LoadFieldAsync(context, batch, i, next, cancellationToken);
                }
            }

            level = next;
        }
    }

    private static async ValueTask LoadFieldAsync(
        RequestContext context, ObjectBatch batch, int index, List<ObjectBatch> next, CancellationToken cancellationToken)
    {
        var plan = batch.Plan.Fields[index];
        if (plan.IsPure || !plan.IsIncluded(context.Held))
        {
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var loaded = new LoadedField
        {
            Values = plan.Field.Source is LoaderSource loader ? await CallAsync(context, plan, loader, batch.Objects, cancellationToken) : null,
        };
        batch.Fields[index] = loaded;
        if (plan.Children.Count == 0 || plan.Children.All(child => child.IsPure))
        {
            return;
        }

        var flattening = new Flattening(plan);
        loaded.First = new int[batch.Objects.Count];
        for (var parent = 0; parent < batch.Objects.Count; parent++)
        {
            loaded.First[parent] = loaded.Children.Count;
            var value = loaded.Values is null ? ((PropertySource)plan.Field.Source!).Get(batch.Objects[parent]) : loaded.Values.Values[parent];
            flattening.Add(value, plan.Field.Type, loaded.Children);
        }

        next.AddRange(flattening.Batches);
    }

    private static async ValueTask<FieldValues> CallAsync(
        RequestContext context, FieldPlan plan, LoaderSource loader, List<object> parents, CancellationToken cancellationToken)
    {
        try
        {
            var request = new FieldRequest(plan, context.ArgumentsOf(plan), context);
            return await loader.LoadAsync(request, parents, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return FieldValues.Failed(error, parents.Count);
        }
    }
}
