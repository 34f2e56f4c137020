using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Validation;

/// <summary>Rules about variables (5.8).</summary>
internal static class VariableRules
{
    /// <summary>5.8.1.</summary>
    public static void UniqueVariableNames(ValidationContext context, OperationDefinitionNode operation)
    {
        var groups = operation.VariableDefinitions.GroupBy(definition => definition.Variable.Name.Value, StringComparer.Ordinal);
        foreach (var group in groups.Where(group => group.Count() > 1))
        {
            context.Report(
                nameof(UniqueVariableNames),
                $"The variable \"${group.Key}\" is defined more than once; define it once.",
                [.. group.Select(definition => definition.Variable.Name)]);
        }
    }

    /// <summary>5.8.2, first half: the type exists.</summary>
    public static void KnownTypeNames(ValidationContext context, TypeNode type)
    {
        var inner = type;
        while (inner is not NamedTypeNode)
        {
            inner = inner is ListTypeNode list ? list.ItemType : ((NonNullTypeNode)inner).Type;
        }

        FragmentRules.KnownTypeNames(context, (NamedTypeNode)inner);
    }

    /// <summary>5.8.2, second half: it is an input type.</summary>
    public static void VariablesAreInputTypes(ValidationContext context, VariableDefinitionNode variable, GraphType? type)
    {
        if (type is { IsInput: false })
        {
            context.Report(
                nameof(VariablesAreInputTypes),
                $"The variable \"${variable.Variable.Name.Value}\" cannot be of type \"{type}\"; only scalars, enums and input objects can be sent.",
                variable.Type);
        }
    }

    /// <summary>The three rules that look at all uses of an operation's variables, those in fragments included.</summary>
    public static void CheckUsages(ValidationContext context, OperationDefinitionNode operation)
    {
        var usages = context.RecursiveUsagesIn(operation);
        var definitions = new Dictionary<string, VariableDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in operation.VariableDefinitions)
        {
            definitions[definition.Variable.Name.Value] = definition;
        }

        NoUnusedVariables(context, operation, usages);
        foreach (var usage in usages)
        {
            if (definitions.TryGetValue(usage.Node.Name.Value, out var definition))
            {
                VariablesInAllowedPosition(context, definition, usage);
            }
            else
            {
                NoUndefinedVariables(context, operation, usage);
            }
        }
    }

    /// <summary>5.8.3.</summary>
    private static void NoUndefinedVariables(ValidationContext context, OperationDefinitionNode operation, VariableUsage usage) =>
        context.Report(
            nameof(NoUndefinedVariables), $"{Describe(operation)} does not define the variable \"${usage.Node.Name.Value}\".", usage.Node, operation);

    /// <summary>5.8.4.</summary>
    private static void NoUnusedVariables(ValidationContext context, OperationDefinitionNode operation, List<VariableUsage> usages)
    {
        var used = usages.Select(usage => usage.Node.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var definition in operation.VariableDefinitions.Where(definition => !used.Contains(definition.Variable.Name.Value)))
        {
            context.Report(
                nameof(NoUnusedVariables),
                $"{Describe(operation)} does not use its variable \"${definition.Variable.Name.Value}\"; use it or remove it.",
                definition);
        }
    }

    /// <summary>5.8.5.</summary>
    private static void VariablesInAllowedPosition(ValidationContext context, VariableDefinitionNode definition, VariableUsage usage)
    {
        if (usage.Type is not { } expected || context.Schema.TypeOf(definition.Type) is not { } type)
        {
            return;
        }

        var name = usage.Node.Name.Value;
        if (!IsAllowed(type, definition.DefaultValue, expected, usage.HasDefault))
        {
            context.Report(
                nameof(VariablesInAllowedPosition),
                $"The variable \"${name}\" of type \"{type}\" cannot stand where \"{expected}\" is expected.",
                definition,
                usage.Node);
        }

        if (usage.OneOf is { } oneOf && type is not NonNullType)
        {
            context.Report(
                nameof(VariablesInAllowedPosition),
                $"The variable \"${name}\" must be of type \"{type}!\" in \"{oneOf}\", whose one field cannot be null.",
                definition,
                usage.Node);
        }
    }

    /// <summary>IsVariableUsageAllowed: a default, of the variable or of the place, makes up for a missing <c>!</c>.</summary>
    private static bool IsAllowed(GraphType type, ValueNode? defaultValue, GraphType expected, bool placeHasDefault)
    {
        if (expected is not NonNullType nonNull || type is NonNullType)
        {
            return AreCompatible(type, expected);
        }

        return (defaultValue is not (null or NullValueNode) || placeHasDefault) && AreCompatible(type, nonNull.OfType);
    }

    /// <summary>AreTypesCompatible.</summary>
    private static bool AreCompatible(GraphType type, GraphType expected) => (type, expected) switch
    {
        (NonNullType nonNull, NonNullType expectedNonNull) => AreCompatible(nonNull.OfType, expectedNonNull.OfType),
        (_, NonNullType) => false,
        (NonNullType nonNull, _) => AreCompatible(nonNull.OfType, expected),
        (ListType list, ListType expectedList) => AreCompatible(list.ItemType, expectedList.ItemType),
        _ => type == expected,
    };

    private static string Describe(OperationDefinitionNode operation) =>
        operation.Name is { } name ? $"The operation \"{name.Value}\"" : "The operation";
}
