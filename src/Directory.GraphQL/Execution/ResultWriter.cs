using System.Collections;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>
/// Writes the data of an answer in one pass over the plan (6.4.3 CompleteValue). A field that fails is null; if it must not be null, the nearest
/// nullable position above it becomes null instead (6.4.4): what was written since is cut off.
/// </summary>
internal sealed class ResultWriter(RequestContext context, JsonBuffer json, Func<Exception, (string Message, string Code, IReadOnlyDictionary<string, object?>? Extensions)> describe)
{
    private readonly int origin = json.Position;
    private readonly List<object> path = [];

    public List<GraphQLError> Errors { get; } = [];

    /// <summary>Writes the root object, or <c>null</c> if a failure reached the root.</summary>
    public void WriteRoot(ObjectBatch root)
    {
        if (!StartRoot(root))
        {
            return;
        }

        foreach (var index in root.Plan.OrderOf(context.Held))
        {
            if (!WriteRootField(root, index))
            {
                return;
            }
        }

        EndRoot();
    }

    /// <summary>Starts the root object for those who write field by field; false if it is null already.</summary>
    public bool StartRoot(ObjectBatch root)
    {
        if (FailedGuard(root.Plan) is { } guard)
        {
            Errors.Add(new GraphQLError(guard.Message, guard.Code, [context.Plan.Document.LocationOf(guard.Offset!.Value)]));
            json.Null();
            return false;
        }

        json.StartObject();
        return true;
    }

    /// <summary>Writes a field of the root; false if the root became null with it.</summary>
    public bool WriteRootField(ObjectBatch root, int index)
    {
        if (json.Position > origin + 1)
        {
            json.Comma();
        }

        if (WriteMember(root.Plan.Fields[index], root.Objects[0], root.Fields[index], 0))
        {
            return true;
        }

        json.CutBackTo(origin);
        json.Null();
        return false;
    }

    /// <summary>Ends the root object.</summary>
    public void EndRoot() => json.EndObject();

    /// <returns>False if a non-null field failed: the object must become null.</returns>
    private bool WriteObject(SelectionPlan plan, object value, ObjectReference? place)
    {
        if (FailedGuard(plan) is { } guard)
        {
            throw guard;
        }

        json.StartObject();
        var start = json.Position;
        if (plan.HasFixedOrder)
        {
            for (var i = 0; i < plan.Fields.Count; i++)
            {
                if (plan.Fields[i].IsIncluded(context.Held) && !WriteField(i))
                {
                    return false;
                }
            }
        }
        else
        {
            foreach (var i in plan.OrderOf(context.Held))
            {
                if (!WriteField(i))
                {
                    return false;
                }
            }
        }

        json.EndObject();
        return true;

        bool WriteField(int index)
        {
            if (json.Position > start)
            {
                json.Comma();
            }

            return WriteMember(plan.Fields[index], value, place?.Batch!.Fields[index], place?.Index ?? 0);
        }
    }

    private GraphQLException? FailedGuard(SelectionPlan plan)
    {
        foreach (var guard in plan.Guards)
        {
            if ((guard.Condition & context.Undecided) != 0 && (guard.Reached & context.Held) == guard.Reached)
            {
                return new GraphQLException("The condition of @skip or @include must not be null.") { Offset = guard.Start };
            }
        }

        return null;
    }

    private bool WriteMember(FieldPlan field, object parent, LoadedField? loaded, int index)
    {
        json.EncodedName(field.EncodedName);
        path.Add(field.ResponseName);
        var complete = WriteValue(field, parent, loaded, index);
        path.RemoveAt(path.Count - 1);
        return complete;
    }

    private bool WriteValue(FieldPlan field, object parent, LoadedField? loaded, int index)
    {
        if (loaded?.Values?.Errors?[index] is { } error)
        {
            return Fail(field, error, field.Field.Type);
        }

        var start = json.Position;
        object? value;
        try
        {
            var source = field.Field.Source as PropertySource;
            if (loaded?.Values is null && source!.WriteLeaf is { } writeLeaf)
            {
                return writeLeaf(json, parent) || WriteNull(field, field.Field.Type);
            }

            value = loaded?.Values is null ? source!.Get(parent) : loaded.Values.Values[index];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            json.CutBackTo(start);
            return Fail(field, failure, field.Field.Type);
        }

        var child = loaded?.First?[index] ?? 0;
        return Complete(field, field.Field.Type, value, loaded?.First is null ? null : loaded.Children, ref child);
    }

    /// <summary>6.4.3 CompleteValue; what fails in it fails at this position.</summary>
    private bool Complete(FieldPlan field, GraphType type, object? value, List<ObjectReference>? children, ref int child)
    {
        if (value is null)
        {
            return WriteNull(field, type);
        }

        var start = json.Position;
        var depth = path.Count;
        var firstChild = child;
        bool complete;
        try
        {
            complete = type.Nullable switch
            {
                ListType list => WriteList(field, list, (IEnumerable)value, children, ref child),
                ScalarType scalar => WriteScalar(scalar, value),
                EnumType enumType => WriteEnum(enumType, value),
                _ when children is not null => WriteLoaded(field, value, children[child++]),
                _ => WriteObject(field.ChildFor(value), value, null),
            };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            path.RemoveRange(depth, path.Count - depth);
            json.CutBackTo(start);
            child = firstChild + (children is null ? 0 : Flattening.Count(value, type));
            return Fail(field, failure, type);
        }

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
        child = firstChild + (children is null ? 0 : Flattening.Count(value, type));
        json.Null();
        return true;
    }

    private bool WriteLoaded(FieldPlan field, object value, ObjectReference place) =>
        WriteObject(place.Batch?.Plan ?? field.ChildFor(value), value, place);

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

            path.Add(Indexes.Of(index++));
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
        Report(field, message, code, extensions, (error as GraphQLException)?.Offset);
        if (type is NonNullType)
        {
            return false;
        }

        json.Null();
        return true;
    }

    private void Report(FieldPlan field, string message, string code, IReadOnlyDictionary<string, object?>? extensions, int? offset = null)
    {
        var places = offset is { } place
            ? [place]
            : field.Occurrences.Where(found => (found.Mask & context.Held) == found.Mask).Select(found => found.Start).Distinct();
        Errors.Add(new GraphQLError(message, code, [.. places.Select(context.Plan.Document.LocationOf)], [.. path], extensions));
    }
}

/// <summary>Indexes of lists as objects: a path holds names and numbers, and small numbers are in nearly every path.</summary>
internal static class Indexes
{
    private static readonly object[] Small = [.. Enumerable.Range(0, 512).Select(index => (object)index)];

    public static object Of(int index) => index < Small.Length ? Small[index] : index;
}
