using System.Collections.Frozen;
using System.Globalization;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Validation;

/// <summary>The schema that all validation tests share: a small one in which every kind of type has its place.</summary>
internal static class ValidationSchema
{
    public static Schema Instance { get; } = Build(withMutations: true);

    public static Schema QueriesOnly { get; } = Build(withMutations: false);

    private static Schema Build(bool withMutations)
    {
        var types = new SchemaText();
        types.Add(new ScalarType<DateOnly>("Day", null, input => ParseDay(input), "a day such as 2020-01-31", (json, day) => json.String($"{day:O}")));
        types.AddEnum("Locale", "RU", "EN");
        types.AddInput(
            "PersonFilter", "name: String", "minAge: Int = 0", "alive: Boolean!", "tags: [String!]", "locale: Locale", "and: [PersonFilter!]", "home: PlaceBy");
        types.AddOneOf("PlaceBy", "id: ID", "name: String", "near: Point");
        types.AddInput("Point", "x: Float!", "y: Float!", "z: Float! = 0");
        AddComposites(types);
        AddIntrospection(types);
        types.AddObject("Query", "", "person(id: ID!): Person", "people(filter: PersonFilter, limit: Int! = 20, by: [PlaceBy!]): [Person]",
            "place(by: PlaceBy): Place", "exactPlace(by: PlaceBy!): Place", "being: Being", "thing: Thing", "node(id: ID): Node", "named: Named",
            "unseen: Unseen", "sum(a: Int!, b: Int!, c: Int = 0): Int",
            "values(int: Int, float: Float, string: String, boolean: Boolean, id: ID, day: Day, locale: Locale, ints: [Int], noNullInts: [Int!], "
            + "nested: [[Int]], locales: [Locale!], point: Point): String");
        types.AddObject("Mutation", "", "rename(id: ID!, name: String!): Person");
        types.AddObject("Subscription", "", "changed: Node", "renamed(id: ID): Person");
        types.Resolve();

        var directives = Directives(types);
        return new Schema
        {
            QueryType = (ObjectType)types["Query"],
            MutationType = withMutations ? (ObjectType)types["Mutation"] : null,
            SubscriptionType = withMutations ? (ObjectType)types["Subscription"] : null,
            Types = types.All,
            TypesByName = types.All.ToFrozenDictionary(type => type.Name),
            Directives = directives,
            DirectivesByName = directives.ToFrozenDictionary(directive => directive.Name),
            MetaFields = new[] { types.Field("__schema: __Schema!"), types.Field("__type(name: String!): __Type") }.ToFrozenDictionary(field => field.Name),
            TypeNameField = types.Field("__typename: String!"),
        };
    }

    private static void AddComposites(SchemaText types)
    {
        types.AddInterface("Node", "", "id: ID!");
        types.AddInterface("Named", "", "name(locale: Locale): String");
        types.AddInterface("Place", "Node Named", "id: ID!", "name(locale: Locale): String", "city: City");
        types.AddInterface("Unseen", "", "ghost: String");
        types.AddObject("City", "Node Named Place", "id: ID!", "name(locale: Locale): String", "city: City", "population: Int", "mayor: Person");
        types.AddObject("Village", "Node Named Place", "id: ID!", "name(locale: Locale): String", "city: City", "houses: Int");
        types.AddObject(
            "Person", "Named", "name(locale: Locale): String", "age: Int", "born: Day", "home: Place", "friends(first: Int = 10, after: String): [Person!]");
        types.AddObject("Robot", "", "serial: Int!", "model: String", "age: String", "owner: Person");
        types.AddUnion("Being", "Person", "Robot");
        types.AddUnion("Thing", "City", "Robot");
    }

    private static void AddIntrospection(SchemaText types)
    {
        types.AddEnum("__TypeKind", "SCALAR", "OBJECT");
        types.AddObject("__Schema", "", "types: [__Type!]!", "queryType: __Type!", "directives: [__Directive!]!");
        types.AddObject("__Type", "", "kind: __TypeKind!", "name: String", "fields: [__Field!]", "interfaces: [__Type!]", "possibleTypes: [__Type!]",
            "inputFields: [__InputValue!]", "enumValues: [__EnumValue!]", "ofType: __Type");
        types.AddObject("__Field", "", "name: String!", "args: [__InputValue!]!", "type: __Type!");
        types.AddObject("__InputValue", "", "name: String!", "type: __Type!");
        types.AddObject("__EnumValue", "", "name: String!");
        types.AddObject("__Directive", "", "name: String!", "args: [__InputValue!]!");
    }

    private static List<DirectiveDefinition> Directives(SchemaText types)
    {
        DirectiveDefinition On(string name, DirectiveLocation location) => new(name, null, [location], [], IsRepeatable: false);
        DirectiveLocation[] selections = [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment];
        return
        [
            new("skip", null, selections, [types.Argument("if: Boolean!")], IsRepeatable: false),
            new("include", null, selections, [types.Argument("if: Boolean!")], IsRepeatable: false),
            new("deprecated", null, [DirectiveLocation.FieldDefinition], [types.Argument("reason: String! = \"\"")], IsRepeatable: false),
            On("onQuery", DirectiveLocation.Query),
            On("onMutation", DirectiveLocation.Mutation),
            On("onSubscription", DirectiveLocation.Subscription),
            On("onField", DirectiveLocation.Field),
            On("onFragment", DirectiveLocation.FragmentDefinition),
            On("onSpread", DirectiveLocation.FragmentSpread),
            On("onInline", DirectiveLocation.InlineFragment),
            On("onVariable", DirectiveLocation.VariableDefinition),
            new(
                "mark", null, [DirectiveLocation.Query, DirectiveLocation.FragmentDefinition, DirectiveLocation.VariableDefinition, .. selections],
                [types.Argument("note: String!"), types.Argument("times: Int! = 1")], IsRepeatable: true),
        ];
    }

    private static DateOnly? ParseDay(LeafInput input) =>
        input.Kind == LeafKind.String && DateOnly.TryParseExact(input.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
