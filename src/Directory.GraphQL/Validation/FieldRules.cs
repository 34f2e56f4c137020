using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Validation;

/// <summary>Rules about single fields (5.3.1, 5.3.3); for several of one response name see <see cref="FieldMerging"/>.</summary>
internal static class FieldRules
{
    /// <summary>5.3.1.</summary>
    public static void FieldsOnCorrectType(ValidationContext context, FieldNode node, NamedType? parent, OutputField? field)
    {
        if (parent is not null && field is null)
        {
            context.Report(nameof(FieldsOnCorrectType), $"The type \"{parent}\" has no field \"{node.Name.Value}\".", node);
        }
    }

    /// <summary>5.3.3: sub-selections on objects, none on leaves.</summary>
    public static void ScalarLeafs(ValidationContext context, FieldNode node, OutputField? field)
    {
        if (field is null)
        {
            return;
        }

        if (field.Type.Named.IsLeaf && node.SelectionSet is { } set)
        {
            context.Report(
                nameof(ScalarLeafs), $"The field \"{field.Name}\" is of type \"{field.Type}\", which has no fields; leave the braces out.", set);
        }
        else if (!field.Type.Named.IsLeaf && node.SelectionSet is null)
        {
            context.Report(
                nameof(ScalarLeafs), $"The field \"{field.Name}\" is of type \"{field.Type}\"; say in braces which of its fields are wanted.", node);
        }
    }
}
