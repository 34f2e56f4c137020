using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Validation;

/// <summary>Rules about arguments of fields and directives (5.4).</summary>
internal static class ArgumentRules
{
    /// <summary>5.4.1, fields.</summary>
    public static void KnownArgumentNames(ValidationContext context, FieldNode node, OutputField field)
    {
        foreach (var argument in node.Arguments.Where(argument => !field.ArgumentsByName.ContainsKey(argument.Name.Value)))
        {
            context.Report(nameof(KnownArgumentNames), $"The field \"{field.Name}\" has no argument \"{argument.Name.Value}\".", argument);
        }
    }

    /// <summary>5.4.1, directives.</summary>
    public static void KnownArgumentNames(ValidationContext context, DirectiveNode node, DirectiveDefinition directive)
    {
        foreach (var argument in node.Arguments.Where(argument => directive.Arguments.All(known => known.Name != argument.Name.Value)))
        {
            context.Report(nameof(KnownArgumentNames), $"The directive \"@{directive.Name}\" has no argument \"{argument.Name.Value}\".", argument);
        }
    }

    /// <summary>5.4.2.</summary>
    public static void UniqueArgumentNames(ValidationContext context, IReadOnlyList<ArgumentNode> arguments)
    {
        if (arguments.Count < 2)
        {
            return;
        }

        foreach (var group in arguments.GroupBy(argument => argument.Name.Value, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            context.Report(
                nameof(UniqueArgumentNames),
                $"The argument \"{group.Key}\" is given more than once; give it once.",
                [.. group.Select(argument => argument.Name)]);
        }
    }

    /// <summary>5.4.3, fields.</summary>
    public static void ProvidedRequiredArguments(ValidationContext context, FieldNode node, OutputField field)
    {
        foreach (var argument in Missing(field.Arguments, node.Arguments))
        {
            context.Report(
                nameof(ProvidedRequiredArguments), $"The field \"{field.Name}\" needs the argument \"{argument.Name}\" of type \"{argument.Type}\".", node);
        }
    }

    /// <summary>5.4.3, directives.</summary>
    public static void ProvidedRequiredArguments(ValidationContext context, DirectiveNode node, DirectiveDefinition directive)
    {
        foreach (var argument in Missing(directive.Arguments, node.Arguments))
        {
            context.Report(
                nameof(ProvidedRequiredArguments),
                $"The directive \"@{directive.Name}\" needs the argument \"{argument.Name}\" of type \"{argument.Type}\".",
                node);
        }
    }

    private static IEnumerable<InputField> Missing(IReadOnlyList<InputField> arguments, IReadOnlyList<ArgumentNode> given) =>
        arguments.Where(argument => argument.IsRequired && given.All(node => node.Name.Value != argument.Name));
}
