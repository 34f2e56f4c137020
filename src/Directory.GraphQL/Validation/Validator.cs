using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Validation;

/// <summary>Validates documents (chapter 5): one walk that knows the type at each place and calls the rules there.</summary>
/// <remarks>
/// A rule is a method with the name it has in the reference implementation; that name is the <see cref="GraphQLError.Rule"/> of its errors.
/// <c>ExecutableDefinitions</c> (5.1.1) is missing because the parser accepts nothing else.
/// </remarks>
public sealed class Validator
{
    private readonly ValidationContext context;
    private readonly Schema schema;
    private List<VariableUsage> usages = [];

    /// <summary>Whether the walk is inside introspection that is too deep; what is nested in it need not be reported again.</summary>
    private bool isTooDeep;

    private Validator(ValidationContext context)
    {
        this.context = context;
        schema = context.Schema;
    }

    /// <summary>Finds what is wrong with a document, at most 100 errors; none if it can be executed.</summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document)
    {
        var context = new ValidationContext(schema, document);
        new Validator(context).WalkDocument();
        return context.Errors;
    }

    private void WalkDocument()
    {
        OperationRules.UniqueOperationNames(context);
        OperationRules.LoneAnonymousOperation(context);
        FragmentRules.UniqueFragmentNames(context);
        foreach (var definition in context.Document.Definitions)
        {
            usages = context.UsagesIn(definition);
            if (definition is OperationDefinitionNode operation)
            {
                WalkOperation(operation);
            }
            else
            {
                WalkFragment((FragmentDefinitionNode)definition);
            }
        }

        FragmentRules.NoUnusedFragments(context);
        FragmentRules.NoFragmentCycles(context);
        foreach (var operation in context.Operations)
        {
            VariableRules.CheckUsages(context, operation);
        }

        FieldMerging.OverlappingFieldsCanBeMerged(context);
    }

    private void WalkOperation(OperationDefinitionNode operation)
    {
        OperationRules.KnownOperationTypes(context, operation);
        OperationRules.SingleFieldSubscriptions(context, operation);
        VariableRules.UniqueVariableNames(context, operation);
        foreach (var variable in operation.VariableDefinitions)
        {
            WalkVariable(variable);
        }

        WalkDirectives(operation.Directives, DirectiveRules.LocationOf(operation.Operation));
        WalkSelectionSet(operation.SelectionSet, schema.RootType(operation.Operation));
    }

    private void WalkVariable(VariableDefinitionNode variable)
    {
        VariableRules.KnownTypeNames(context, variable.Type);
        var type = schema.TypeOf(variable.Type);
        VariableRules.VariablesAreInputTypes(context, variable, type);
        if (variable.DefaultValue is { } defaultValue)
        {
            WalkValue(defaultValue, type is { IsInput: true } ? type : null, hasDefault: false);
        }

        WalkDirectives(variable.Directives, DirectiveLocation.VariableDefinition);
    }

    private void WalkFragment(FragmentDefinitionNode fragment)
    {
        var type = WalkTypeCondition(fragment.TypeCondition);
        WalkDirectives(fragment.Directives, DirectiveLocation.FragmentDefinition);
        WalkSelectionSet(fragment.SelectionSet, type);
    }

    private NamedType? WalkTypeCondition(NamedTypeNode condition)
    {
        FragmentRules.KnownTypeNames(context, condition);
        var type = schema.TypesByName.GetValueOrDefault(condition.Name);
        FragmentRules.FragmentsOnCompositeTypes(context, condition, type);
        return type;
    }

    /// <summary><paramref name="type"/> is the type of what the set selects from; null if it is unknown.</summary>
    private void WalkSelectionSet(SelectionSetNode set, GraphType? type)
    {
        var parent = type?.Named is { IsComposite: true } composite ? composite : null;
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    WalkField(field, parent);
                    break;
                case FragmentSpreadNode spread:
                    FragmentRules.KnownFragmentNames(context, spread);
                    FragmentRules.PossibleFragmentSpreads(context, spread, parent);
                    WalkDirectives(spread.Directives, DirectiveLocation.FragmentSpread);
                    break;
                case InlineFragmentNode inline:
                    WalkInlineFragment(inline, parent);
                    break;
            }
        }
    }

    private void WalkInlineFragment(InlineFragmentNode inline, NamedType? parent)
    {
        var type = inline.TypeCondition is { } condition ? WalkTypeCondition(condition) : parent;
        FragmentRules.PossibleFragmentSpreads(context, inline, type, parent);
        WalkDirectives(inline.Directives, DirectiveLocation.InlineFragment);
        WalkSelectionSet(inline.SelectionSet, type);
    }

    private void WalkField(FieldNode node, NamedType? parent)
    {
        var field = parent is null ? null : schema.FindField(parent, node.Name.Value);
        if (field is not null)
        {
            context.Resolve(node, field);
        }

        var wasTooDeep = isTooDeep;
        isTooDeep = wasTooDeep || IntrospectionDepth.MaxIntrospectionDepth(context, node);
        FieldRules.FieldsOnCorrectType(context, node, parent, field);
        FieldRules.ScalarLeafs(context, node, field);
        ArgumentRules.UniqueArgumentNames(context, node.Arguments);
        if (field is not null)
        {
            ArgumentRules.KnownArgumentNames(context, node, field);
            ArgumentRules.ProvidedRequiredArguments(context, node, field);
        }

        WalkArguments(node.Arguments, field?.Arguments ?? []);
        WalkDirectives(node.Directives, DirectiveLocation.Field);
        if (node.SelectionSet is { } set)
        {
            WalkSelectionSet(set, field?.Type);
        }

        isTooDeep = wasTooDeep;
    }

    private void WalkDirectives(IReadOnlyList<DirectiveNode> directives, DirectiveLocation location)
    {
        DirectiveRules.UniqueDirectivesPerLocation(context, directives);
        foreach (var node in directives)
        {
            var directive = schema.DirectivesByName.GetValueOrDefault(node.Name.Value);
            DirectiveRules.KnownDirectives(context, node, directive, location);
            ArgumentRules.UniqueArgumentNames(context, node.Arguments);
            if (directive is not null)
            {
                ArgumentRules.KnownArgumentNames(context, node, directive);
                ArgumentRules.ProvidedRequiredArguments(context, node, directive);
            }

            WalkArguments(node.Arguments, directive?.Arguments ?? []);
        }
    }

    private void WalkArguments(IReadOnlyList<ArgumentNode> nodes, IReadOnlyList<InputField> arguments)
    {
        foreach (var node in nodes)
        {
            var argument = arguments.FirstOrDefault(argument => argument.Name == node.Name.Value);
            WalkValue(node.Value, argument?.Type, argument?.DefaultValue is not null);
        }
    }

    private void WalkValue(ValueNode value, GraphType? type, bool hasDefault)
    {
        if (type is not null)
        {
            ValueRules.ValuesOfCorrectType(context, value, type);
        }

        WalkInsideValue(value, type, hasDefault, oneOf: null);
    }

    private void WalkInsideValue(ValueNode value, GraphType? type, bool hasDefault, InputObjectType? oneOf)
    {
        switch (value)
        {
            case VariableNode variable:
                usages.Add(new VariableUsage(variable, type, hasDefault, oneOf));
                break;
            case ListValueNode list:
                var itemType = (type?.Nullable as ListType)?.ItemType;
                foreach (var item in list.Items)
                {
                    WalkInsideValue(item, itemType, hasDefault: false, oneOf: null);
                }

                break;
            case ObjectValueNode obj:
                ValueRules.UniqueInputFieldNames(context, obj);
                WalkObject(obj, type?.Named as InputObjectType);
                break;
        }
    }

    private void WalkObject(ObjectValueNode value, InputObjectType? type)
    {
        foreach (var node in value.Fields)
        {
            var field = type?.FieldsByName.GetValueOrDefault(node.Name.Value);
            WalkInsideValue(node.Value, field?.Type, field?.DefaultValue is not null, type is { IsOneOf: true } ? type : null);
        }
    }
}
