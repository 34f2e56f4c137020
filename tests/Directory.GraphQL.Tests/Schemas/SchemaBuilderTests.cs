using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Schemas;

/// <summary>What is wrong with classes is said all at once, in the words of those who wrote them.</summary>
public sealed class SchemaBuilderTests
{
    [Fact]
    public void A_query_for_each_parent_is_refused_with_the_expression_that_does_it_at_once() => Assert.Equal(
        "ByParent.GetPages: a query for each parent is the N+1 shape. Write the relation as an expression: "
        + "static Expression<Func<Book, IEnumerable<…>>> GetPages => parent => parent.…",
        Assert.Single(Problems(typeof(ByParent))));

    [Fact]
    public void Parents_are_of_the_class_that_is_extended() => Assert.Equal(
        [
            "WrongParents.GetOther(page): the parent is a Book, never a Page.",
            "WrongParents.GetUnmarked(book): mark the parent with [Parent].",
            "WrongParents.GetBatch: the parents are Book, never Page.",
        ],
        Problems(typeof(WrongParents)));

    [Fact]
    public void A_root_field_has_no_parent() => Assert.Equal(
        ["RootParents.GetTitle(book): a field of a root type has no parent.", "RootParents.GetBatch: the parents are none, it is a field of a root type, never Book."],
        Problems(typeof(RootParents)));

    [Fact]
    public void Resolvers_return_something_and_batches_return_dictionaries() => Assert.Equal(
        [
            "Shapes.Nothing: a resolver returns the value of its field; this one returns nothing.",
            "Shapes.NothingLater: a resolver returns the value of its field; this one returns nothing.",
            "Shapes.Generic: a resolver has neither type parameters nor ref, in or out parameters.",
            "Shapes.List: a batch resolver answers with a dictionary, IReadOnlyDictionary<Parent, Value>.",
            "Shapes.Property: a static property of a type extension must be an expression, e.g. Expression<Func<Parent, IEnumerable<Item>>>; write a method for anything else.",
        ],
        Problems(typeof(Shapes)));

    [Fact]
    public void A_batch_resolver_takes_the_parents_first() => Assert.Equal(
        "NoParents.GetBatch: a batch resolver takes the parents as its first parameter, IReadOnlyList<Parent>.",
        Assert.Single(Problems(typeof(NoParents))));

    [Fact]
    public void Types_that_nobody_here_wrote_need_a_scalar() => Assert.Equal(
        [
            "Foreign.GetLong: there is no scalar for Int64; add one with AddScalar, or leave the member out with [GraphQLIgnore].",
            "Foreign.GetAddress: there is no scalar for Uri; add one with AddScalar, or leave the member out with [GraphQLIgnore].",
            "Foreign.GetDay(day): DateOnly is neither an argument, for want of a scalar, nor a service; add one with AddScalar.",
            "There is no scalar Nowhere; add it with AddScalar.",
            "ForeignInput.Money: there is no scalar for Decimal; add one with AddScalar, or leave the member out with [GraphQLIgnore].",
        ],
        Problems(typeof(Foreign)));

    [Fact]
    public void Two_classes_or_members_of_one_name_clash() => Assert.Equivalent(
        (string[])[
            "Query.title: is defined by Clashes.GetTitle and MoreClashes.TitleAsync; rename one or give it another name with [GraphQLName].",
            $"{typeof(Library.Item).FullName} and {typeof(Shop.Item).FullName} are both named Item; give one another name with [GraphQLName], or with Name of its attribute.",
            $"{typeof(Library.Kind).FullName} and {typeof(Shop.Kind).FullName} are both named Kind; give one another name with [GraphQLName], or with Name of its attribute.",
            $"{typeof(Library.ItemInput).FullName} and {typeof(Shop.ItemInput).FullName} are both named ItemInput; give one another name with [GraphQLName], or with Name of its attribute.",
            "Values: several members are named TWO_WORDS; give one another name with [GraphQLName].",
            "Values: ONE and UNO are one value in C#; leave one out with [GraphQLIgnore].",
        ],
        Problems(typeof(Clashes), typeof(MoreClashes)),
        strict: true);

    [Fact]
    public void Two_kinds_of_types_cannot_share_a_name() => Assert.Contains(
        "Book names two types of different kinds; give one of them another name with [GraphQLName].",
        Problems(typeof(TwoKinds)));

    [Fact]
    public void Classes_without_attribute_are_told_which_they_may_have() => Assert.StartsWith(
        "Book: has no type attribute; mark it with [QueryType]", Assert.Single(Problems(typeof(Good), typeof(Book))), StringComparison.Ordinal);

    [Fact]
    public void Inputs_can_be_created() => Assert.Equivalent(
        (string[])[
            "NoWayInput: an input class needs a public constructor.",
            "OddInput: its constructor takes length, for which there is no property of that name.",
            "TwinInput: First and Other are both named first; give one another name with [GraphQLName].",
            "LoopInput: contains itself through non-null fields, so no value of it could ever be written.",
            "ChoiceInput.must: a field of a oneOf input must be nullable and without default.",
        ],
        Problems(typeof(Inputs)),
        strict: true);

    [Fact]
    public void Defaults_fit_their_types() => Assert.Equal(
        [
            "Defaults.GetBroken(value): the default [1, is no value of the language. Expected a value, found the end of the document.",
            "Query.misfit(value): the default does not fit. \"one\" does not fit Int; it must be a whole number from -2147483648 to 2147483647.",
            "Query.noMember(value): the default does not fit. BLUE does not fit Kind.",
            "Query.old(value): what is required cannot be deprecated; make it nullable or give it a default.",
        ],
        Problems(typeof(Defaults)));

    [Fact]
    public void Implementations_keep_the_promises_of_interfaces() => Assert.Equal(
        [
            "Novel.pages: Int is no Int!, which Readable asks for.",
            "Novel.quote: lacks the argument page of type Int!, which Readable asks for.",
            "Novel.quote(length): must not be required, for Readable does not know it.",
        ],
        Problems(typeof(Good), typeof(ReadableType), typeof(NovelType)));

    [Fact]
    public void Names_are_those_of_the_language() => Assert.Equal(
        [
            "Query.два слова: not a name that a field may have; use [GraphQLName].",
            "Query.__secret: not a name that a field may have; use [GraphQLName].",
            "Query.plain(1st): not a name of the language; use [GraphQLName].",
        ],
        Problems(typeof(BadNames)));

    [Fact]
    public void Members_of_a_union_derive_from_its_class() => Assert.Equal(
        ["IAnything: Page does not derive from it, so no field of the union could return one."], Problems(typeof(Anything), typeof(IAnything)));

    [Fact]
    public void There_is_something_to_ask() => Assert.Equal("There is no class with [QueryType].", Problems(typeof(BookType))[0]);

    [Fact]
    public void All_problems_come_at_once() => Assert.Equal(
        Problems(typeof(ByParent)).Count + Problems(typeof(WrongParents)).Count + Problems(typeof(BadNames)).Count,
        Problems(typeof(ByParent), typeof(WrongParents), typeof(BadNames)).Count);

    [Fact]
    public void What_is_said_of_a_class_goes_before_what_is_said_of_its_base()
    {
        var schema = new SchemaBuilder().AddType(typeof(Novels)).AddType(typeof(BookType)).AddType(typeof(OwnType)).Build();

        var own = (ObjectType)schema.TypesByName["Own"];
        Assert.Equal(["title", "cover", "length"], own.Fields.Select(field => field.Name));
        Assert.Equal("Int!", own.FieldsByName["length"].Type.ToString());
    }

    /// <summary>Without a root of its own a set of classes gets one that is right.</summary>
    private static IReadOnlyList<string> Problems(params Type[] classes)
    {
        var builder = new SchemaBuilder();
        if (!classes.Any(type => type.IsDefined(typeof(QueryTypeAttribute), false)) && !classes.Contains(typeof(BookType)))
        {
            builder.AddType(typeof(Good));
        }

        foreach (var type in classes)
        {
            builder.AddType(type);
        }

        return Assert.Throws<SchemaException>(builder.Build).Problems;
    }
}
