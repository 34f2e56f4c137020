using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>Loads what a plan needs, level by level: one call a field for all parents together, never one a parent (6.2).</summary>
internal static class Executor
{
    /// <summary>Loads everything, then writes the answer in one synchronous pass.</summary>
    public static async ValueTask ExecuteAsync(RequestContext context, ResultWriter writer, CancellationToken cancellationToken)
    {
        var root = new ObjectBatch(context.Plan.Root);
        root.Objects.Add(context.Root);
        if (context.Plan.Operation != OperationType.Mutation)
        {
            await LoadLevelsAsync(context, [root], cancellationToken);
            writer.WriteRoot(root);
            return;
        }

        // Mutations run one after another, each with everything below it written before the next one changes anything (6.2.2).
        if (!writer.StartRoot(root))
        {
            return;
        }

        foreach (var index in root.Plan.OrderOf(context.Held))
        {
            var next = new List<ObjectBatch>();
            await LoadFieldAsync(context, root, index, next, cancellationToken);
            await LoadLevelsAsync(context, next, cancellationToken);
            if (!writer.WriteRootField(root, index))
            {
                return;
            }
        }

        writer.EndRoot();
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
        var values = new object?[batch.Objects.Count];
        Exception?[]? errors = loaded.Values?.Errors?.ToArray();
        loaded.First = new int[batch.Objects.Count];
        for (var parent = 0; parent < values.Length; parent++)
        {
            loaded.First[parent] = loaded.Children.Count;
            try
            {
                values[parent] = loaded.Values is null ? ((PropertySource)plan.Field.Source!).Get(batch.Objects[parent]) : loaded.Values.Values[parent];
                values[parent] = Flattening.Materialize(values[parent], plan.Field.Type);
                flattening.Add(values[parent], plan.Field.Type, loaded.Children);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                (errors ??= new Exception?[values.Length])[parent] = error;
            }
        }

        // What was read once is not read again: a getter or a sequence may give other objects the second time.
        loaded.Values = new FieldValues(values, errors);
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
        catch (Exception error)
        {
            // Whatever a database calls it when it is stopped: the request was given up, the field did not fail.
            cancellationToken.ThrowIfCancellationRequested();
            return FieldValues.Failed(error, parents.Count);
        }
    }
}
