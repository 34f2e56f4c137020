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

            foreach (var argument in field.Arguments.Where(argument => !argument.Type.IsInput))
            {
                yield return $"{type.Name}.{field.Name}({argument.Name}): {argument.Type} is no input type.";
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
            if (!field.Type.IsInput)
            {
                yield return $"{type.Name}.{field.Name}: {field.Type} is no input type.";
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
