using System.Collections.Frozen;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Types;

/// <summary>What the specification asks of a schema as a whole (3.3.1, 3.6–3.10).</summary>
internal static class SchemaRules
{
    /// <summary>Everything that is wrong, in a developer's words.</summary>
    public static IEnumerable<string> Check(Schema schema) => schema.Types.SelectMany(Check).Concat(CheckSubscriptions(schema));

    private static IEnumerable<string> CheckSubscriptions(Schema schema) =>
        (schema.SubscriptionType?.Fields ?? [])
            .Where(field => field.Events is null)
            .Select(field => $"Subscription.{field.Name}: has no source of events; add [Subscribe(With = nameof(…))].");

    private static IEnumerable<string> Check(NamedType type)
    {
        if (!Naming.IsValid(type.Name))
        {
            yield return $"{type.Name}: not a name of the language; rename the class or use [GraphQLName].";
        }

        var problems = type switch
        {
            FieldsType fields => CheckFields(fields),
            UnionType { PossibleTypes.Count: 0 } => [$"{type.Name}: a union needs at least one member."],
            EnumType { Values.Count: 0 } => [$"{type.Name}: an enum needs at least one value."],
            InputObjectType input => CheckInput(input),
            _ => [],
        };
        foreach (var problem in problems)
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> CheckFields(FieldsType type)
    {
        if (type.Fields.Count == 0)
        {
            yield return $"{type.Name}: a type needs at least one field.";
        }

        foreach (var field in type.Fields)
        {
            if (!Naming.IsValid(field.Name) || (field.Name.StartsWith("__", StringComparison.Ordinal)))
            {
                yield return $"{type.Name}.{field.Name}: not a name that a field may have; use [GraphQLName].";
            }

            if (!field.Type.IsOutput)
            {
                yield return $"{type.Name}.{field.Name}: {field.Type} is an input type and cannot be returned.";
            }

            foreach (var problem in field.Arguments.SelectMany(argument => CheckValue($"{type.Name}.{field.Name}({argument.Name})", argument)))
            {
                yield return problem;
            }

            foreach (var clash in field.Arguments.GroupBy(argument => argument.Name).Where(group => group.Count() > 1))
            {
                yield return $"{type.Name}.{field.Name}({clash.Key}): two arguments have this name; give one another with [GraphQLName].";
            }
        }

        foreach (var problem in type.Interfaces.SelectMany(contract => CheckConformance(type, contract)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> CheckConformance(FieldsType type, InterfaceType contract)
    {
        foreach (var wanted in contract.Fields)
        {
            if (!type.FieldsByName.TryGetValue(wanted.Name, out var found))
            {
                yield return $"{type.Name}: lacks {wanted.Name}, which {contract.Name} asks for.";
            }
            else if (!IsSubtype(found.Type, wanted.Type))
            {
                yield return $"{type.Name}.{found.Name}: {found.Type} is no {wanted.Type}, which {contract.Name} asks for.";
            }
            else
            {
                foreach (var problem in CheckArguments(type, found, contract, wanted))
                {
                    yield return problem;
                }
            }
        }
    }

    /// <summary>3.6, IsValidImplementation: all arguments of the interface, and no others that would be required.</summary>
    private static IEnumerable<string> CheckArguments(FieldsType type, OutputField found, InterfaceType contract, OutputField wanted)
    {
        foreach (var argument in wanted.Arguments)
        {
            var own = found.Arguments.FirstOrDefault(candidate => candidate.Name == argument.Name);
            if (own?.Type.ToString() != argument.Type.ToString())
            {
                yield return $"{type.Name}.{found.Name}: lacks the argument {argument.Name} of type {argument.Type}, which {contract.Name} asks for.";
            }
        }

        foreach (var argument in found.Arguments.Where(argument => argument.IsRequired && wanted.Arguments.All(known => known.Name != argument.Name)))
        {
            yield return $"{type.Name}.{found.Name}({argument.Name}): must not be required, for {contract.Name} does not know it.";
        }
    }

    private static IEnumerable<string> CheckValue(string place, InputField field)
    {
        if (!Naming.IsValid(field.Name) || field.Name.StartsWith("__", StringComparison.Ordinal))
        {
            yield return $"{place}: not a name of the language; use [GraphQLName].";
        }

        if (!field.Type.IsInput)
        {
            yield return $"{place}: {field.Type} is no input type.";
        }
        else if (field.DefaultValue is not null && FlawOf(field.DefaultValue, field.Type) is { } flaw)
        {
            yield return $"{place}: the default does not fit. {flaw}";
        }

        if (field.IsRequired && field.DeprecationReason is not null)
        {
            yield return $"{place}: what is required cannot be deprecated; make it nullable or give it a default.";
        }
    }

    private static string? FlawOf(ValueNode value, GraphType type)
    {
        try
        {
            _ = LiteralCoercion.Coerce(value, type, FrozenDictionary<string, object?>.Empty);
            return null;
        }
        catch (GraphQLException error)
        {
            return error.Message;
        }
    }

    private static bool IsSubtype(GraphType found, GraphType wanted) => (found, wanted) switch
    {
        (NonNullType a, NonNullType b) => IsSubtype(a.OfType, b.OfType),
        (NonNullType a, _) => IsSubtype(a.OfType, wanted),
        (ListType a, ListType b) => IsSubtype(a.ItemType, b.ItemType),
        (NamedType a, NamedType b) => a == b || (a is ObjectType && Schema.PossibleTypes(b).Contains(a)) || (a is InterfaceType i && i.Interfaces.Contains(b)),
        _ => false,
    };

    private static IEnumerable<string> CheckInput(InputObjectType type)
    {
        if (type.Fields.Count == 0)
        {
            yield return $"{type.Name}: an input object needs at least one field.";
        }

        foreach (var field in type.Fields)
        {
            foreach (var problem in CheckValue($"{type.Name}.{field.Name}", field))
            {
                yield return problem;
            }

            if (type.IsOneOf && (field.Type is NonNullType || field.DefaultValue is not null))
            {
                yield return $"{type.Name}.{field.Name}: a field of a oneOf input must be nullable and without default.";
            }
        }

        if (ReachesItself(type, type, []))
        {
            yield return $"{type.Name}: contains itself through non-null fields, so no value of it could ever be written.";
        }
    }

    private static bool ReachesItself(InputObjectType start, InputObjectType type, HashSet<InputObjectType> seen) =>
        type.Fields
            .Where(field => field.DefaultValue is null)
            .Select(field => (field.Type as NonNullType)?.OfType)
            .OfType<InputObjectType>()
            .Any(next => next == start || (seen.Add(next) && ReachesItself(start, next, seen)));
}
