using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Tests.Validation;

public sealed class ValidatorTests
{
    [Fact]
    public void All_rules_look_at_the_whole_document() => Assert.Equal(
        "FieldsOnCorrectType 1:107; FieldsOnCorrectType 1:20; FieldsOnCorrectType 1:3; KnownDirectives 1:101; KnownFragmentNames 1:93; "
        + "KnownTypeNames 1:45; KnownTypeNames 1:70; LoneAnonymousOperation 1:1; LoneAnonymousOperation 1:59; NoUnusedFragments 1:31; "
        + "NoUnusedVariables 1:66; NoUnusedVariables 1:79; ProvidedRequiredArguments 1:11; UniqueVariableNames 1:67 1:80",
        Verdict.Of("{ unknown person { serial } } fragment A on Nothing { x } query ($a: Nothing, $a: Int) { ...B being @no { age } }"));

    [Fact]
    public void One_mistake_does_not_hide_another() => Assert.Equal(
        "KnownArgumentNames 1:69; NoFragmentCycles 1:128; NoUndefinedVariables 1:76 1:1; ScalarLeafs 1:86; ScalarLeafs 1:92; "
        + "ValuesOfCorrectType 1:35; ValuesOfCorrectType 1:47; ValuesOfCorrectType 1:64; VariablesInAllowedPosition 1:9 1:42",
        Verdict.Of(
            "query Q($a: Int) { people(filter: {and: [$a], nope: 1}, limit: \"x\", wrong: $b) { age { x } home } ...Q } fragment Q on Query { ...Q }"));

    [Fact]
    public void Places_are_lines_and_columns() => Assert.Equal(
        "FieldsOnCorrectType 4:5",
        Verdict.Of("# first\r\nquery {\r  being {\n    wrong\n  }\n}"));

    [Fact]
    public void Errors_have_the_code_of_validation_and_no_path()
    {
        var error = Assert.Single(Verdict.Errors(ValidationSchema.Instance, "{ unknown }"));

        Assert.Equal(ErrorCodes.ValidationFailed, error.Code);
        Assert.Equal("FieldsOnCorrectType", error.Rule);
        Assert.Equal("The type \"Query\" has no field \"unknown\".", error.Message);
        Assert.Null(error.Path);
    }

    [Theory]
    [InlineData("{ persn(id: 1) { age } }", "person")]
    [InlineData("{ being { ... on Robt { age } } }", "Robot")]
    [InlineData("{ named { name(local: RU) } }", "locale")]
    [InlineData("{ being @skp(if: true) { __typename } }", "skip")]
    [InlineData("{ values(locale: R) }", "RU")]
    [InlineData("{ people(filter: {alive: true, nam: 1}) { age } }", "\"name\"")]
    public void Messages_do_not_give_names_of_the_schema_away(string document, string name)
    {
        var error = Assert.Single(Verdict.Errors(ValidationSchema.Instance, document));

        Assert.DoesNotContain(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void At_most_100_errors_are_collected()
    {
        var document = $"{{ {string.Join(' ', Enumerable.Range(0, 150).Select(i => $"unknown{i}"))} }}";

        Assert.Equal(100, Verdict.Errors(ValidationSchema.Instance, document).Count);
    }

    [Fact]
    public void Many_operations_over_many_fragments_are_validated_in_no_time()
    {
        var fragments = string.Concat(Enumerable.Range(0, 80).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }} "));
        var operations = string.Concat(Enumerable.Range(0, 80).Select(i => $"query Q{i} {{ ...F0 }} "));

        Assert.Equal("", Verdict.Of($"{fragments} fragment F80 on Query {{ being {{ __typename }} }} {operations}"));
    }
}
