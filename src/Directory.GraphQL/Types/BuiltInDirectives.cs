using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Types;

/// <summary>The directives of every schema (3.13.1–3.13.5).</summary>
public static class BuiltInDirectives
{
    /// <summary>Reason of a deprecation that gives none (3.13.3).</summary>
    internal const string DefaultReason = "No longer supported";

    private static readonly DirectiveLocation[] Selections = [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment];

    public static DirectiveDefinition Skip { get; } = new(
        "skip", "Leaves the field or fragment out when the argument is true.", Selections, [If("Left out when true.")], IsRepeatable: false);

    public static DirectiveDefinition Include { get; } = new(
        "include", "Takes the field or fragment in only when the argument is true.", Selections, [If("Taken in when true.")], IsRepeatable: false);

    public static DirectiveDefinition Deprecated { get; } = new(
        "deprecated",
        "Marks an element that is about to go.",
        [DirectiveLocation.FieldDefinition, DirectiveLocation.ArgumentDefinition, DirectiveLocation.InputFieldDefinition, DirectiveLocation.EnumValue],
        [new InputField
        {
            Name = "reason",
            Description = "Why, and what to use instead, in Markdown.",
            Type = new NonNullType(BuiltInScalars.String),
            DefaultValue = new StringValueNode(0, DefaultReason, isBlock: false),
        }],
        IsRepeatable: false);

    public static DirectiveDefinition SpecifiedBy { get; } = new(
        "specifiedBy",
        "Tells where the behaviour of a scalar is specified.",
        [DirectiveLocation.Scalar],
        [new InputField { Name = "url", Description = "Address of the specification.", Type = new NonNullType(BuiltInScalars.String) }],
        IsRepeatable: false);

    public static DirectiveDefinition OneOf { get; } = new(
        "oneOf", "Exactly one field of the input object must be given.", [DirectiveLocation.InputObject], [], IsRepeatable: false);

    public static IReadOnlyList<DirectiveDefinition> All { get; } = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    private static InputField If(string description) =>
        new() { Name = "if", Description = description, Type = new NonNullType(BuiltInScalars.Boolean) };
}
