using System.Collections;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>
/// Writes the data of an answer in one pass over the plan (6.4.3 CompleteValue). A field that fails is null; if it must not be null, the nearest
/// nullable position above it becomes null instead (6.4.4): what was written since is cut off.
/// </summary>
internal sealed class ResultWriter(RequestContext context, JsonBuffer json, Func<Exception, (string Message, string Code, IReadOnlyDictionary<string, object?>? Extensions)> describe)
{
    private readonly List<object> path = [];

    public List<GraphQLError> Errors { get; } = [];

    /// <summary>Writes the root object, or <c>null</c> if a failure reached the root.</summary>
    public void WriteRoot(ObjectBatch root)
    {
        var start = json.Position;
        if (!WriteObject(root.Plan, root.Objects[0], new ObjectReference(root, 0)))
        {
            json.CutBackTo(start);
            json.Null();
        }
    }

    /// <returns>False if a non-null field failed: the object must become null.</returns>
    private bool WriteObject(SelectionPlan plan, object value, ObjectReference? place)
    {
        json.StartObject();
        var first = true;
        for (var i = 0; i < plan.Fields.Count; i++)
        {
            var field = plan.Fields[i];
            if (!field.IsIncluded(context.Held))
            {
                continue;
            }

            if (!first)
            {
                json.Comma();
            }

            first = false;
            json.EncodedName(field.EncodedName);
            path.Add(field.ResponseName);
            if (!WriteField(field, value, place?.Batch.Fields[i], place?.Index ?? 0))
            {
                path.RemoveAt(path.Count - 1);
                return false;
            }

            path.RemoveAt(path.Count - 1);
        }

        json.EndObject();
        return true;
    }

    private bool WriteField(FieldPlan field, object parent, LoadedField? loaded, int index)
    {
        if (loaded?.Values?.Errors?[index] is { } error)
        {
            return Fail(field, error, field.Field.Type);
        }

        var source = field.Field.Source as PropertySource;
        var start = json.Position;
        try
        {
            if (source?.WriteLeaf is { } writeLeaf)
            {
                return writeLeaf(json, parent) || WriteNull(field, field.Field.Type);
            }

            var value = loaded?.Values is null ? source!.Get(parent) : loaded.Values.Values[index];
            var child = loaded?.First?[index] ?? 0;
            return Complete(field, field.Field.Type, value, loaded?.First is null ? null : loaded.Children, ref child);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            json.CutBackTo(start);
            return Fail(field, failure, field.Field.Type);
        }
    }

    private bool Complete(FieldPlan field, GraphType type, object? value, List<ObjectReference>? children, ref int child)
    {
        if (value is null)
        {
            return WriteNull(field, type);
        }

        var start = json.Position;
        var firstChild = child;
        var complete = type.Nullable switch
        {
            ListType list => WriteList(field, list, (IEnumerable)value, children, ref child),
            ScalarType scalar => WriteScalar(scalar, value),
            EnumType enumType => WriteEnum(enumType, value),
            _ when children is not null => WriteObject(children[child].Batch.Plan, value, children[child++]),
            _ => WriteObject(field.ChildFor(value), value, null),
        };
        if (complete)
        {
            return true;
        }

        json.CutBackTo(start);
        if (type is NonNullType)
        {
            return false;
        }

        // The walk ended in the middle of the value; the next one starts behind all of its objects.
        child = firstChild + (children is null ? 0 : CountObjects(value));
        json.Null();
        return true;
    }

    private static int CountObjects(object? value) => value switch
    {
        null => 0,
        string => 1,
        IEnumerable items => items.Cast<object?>().Sum(CountObjects),
        _ => 1,
    };

    private bool WriteList(FieldPlan field, ListType type, IEnumerable items, List<ObjectReference>? children, ref int child)
    {
        json.StartArray();
        var index = 0;
        foreach (var item in items)
        {
            if (index > 0)
            {
                json.Comma();
            }

            path.Add(index++);
            var complete = Complete(field, type.ItemType, item, children, ref child);
            path.RemoveAt(path.Count - 1);
            if (!complete)
            {
                return false;
            }
        }

        json.EndArray();
        return true;
    }

    private bool WriteScalar(ScalarType scalar, object value)
    {
        scalar.Write(json, value);
        return true;
    }

    private bool WriteEnum(EnumType type, object value)
    {
        json.String(type.ByClrValue.TryGetValue(value, out var found)
            ? found.Name
            : throw new InvalidOperationException($"{value} is no value of the enum {type.Name}."));
        return true;
    }

    private bool WriteNull(FieldPlan field, GraphType type)
    {
        if (type is NonNullType)
        {
            Report(field, $"The field {field.Field.DeclaringType?.Name}.{field.Field.Name} must not be null, but there is no value.", ErrorCodes.Internal, null);
            return false;
        }

        json.Null();
        return true;
    }

    private bool Fail(FieldPlan field, Exception error, GraphType type)
    {
        var (message, code, extensions) = describe(error);
        Report(field, message, code, extensions);
        if (type is NonNullType)
        {
            return false;
        }

        json.Null();
        return true;
    }

    private void Report(FieldPlan field, string message, string code, IReadOnlyDictionary<string, object?>? extensions) =>
        Errors.Add(new GraphQLError(message, code, [context.Plan.Document.LocationOf(field.Start)], [.. path], extensions));
}
