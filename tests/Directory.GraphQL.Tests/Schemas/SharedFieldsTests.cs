using System.Text;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CenterDirectory.GraphQL.Tests.Schemas;

/// <summary>What several types have in common is written once.</summary>
public sealed class SharedFieldsTests
{
    private static readonly Schema TheSchema = SchemaOf(typeof(BoatsQuery));

    [Fact]
    public void Fields_of_a_base_class_stand_after_those_of_each_type_and_the_base_is_no_type()
    {
        var printed = SchemaPrinter.Print(TheSchema);

        Assert.Equal("type Barge { name: String! load: Int! registered: String! berth: Int }", Lines(printed, "type Barge"));
        Assert.Equal("type Ferry { name: String! seats: Int! registered: String! berth: Int }", Lines(printed, "type Ferry"));
        Assert.DoesNotContain("Vessel", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_may_extend_several_types()
    {
        var printed = SchemaPrinter.Print(TheSchema);

        Assert.Equal("type Buoy { colour: String! isLit: Boolean! }", Lines(printed, "type Buoy"));
        Assert.Equal("type Beacon { height: Int! isLit: Boolean! }", Lines(printed, "type Beacon"));
    }

    [Fact]
    public async Task They_are_answered_for_all_types_and_for_all_parents_at_once()
    {
        await using var services = new ServiceCollection().AddSingleton(new Harbour()).BuildServiceProvider();
        var engine = new GraphQLEngine(TheSchema, Options.Create(new EngineOptions()), NullLogger<GraphQLEngine>.Instance);

        var response = await engine.ExecuteAsync(
            new GraphQLRequest("{ barges { name load registered berth } ferry { seats registered berth } buoy { isLit } beacon { isLit } }", null, null), services, TestContext.Current.CancellationToken);

        Assert.Equal(
            """{"data":{"barges":[{"name":"Anna","load":12,"registered":"Anna of Barge","berth":0},{"name":"Olga","load":9,"registered":"Olga of Barge","berth":1}],"ferry":{"seats":40,"registered":"Lena of Ferry","berth":0},"buoy":{"isLit":true},"beacon":{"isLit":true}}}""",
            Encoding.UTF8.GetString(response.Body.Span));
        Assert.Equal(["Anna, Olga", "Lena"], services.GetRequiredService<Harbour>().Asked);
    }

    [Fact]
    public void A_field_cannot_return_what_is_only_a_base() => Assert.Contains(
        "VesselQuery.GetAny: Vessel is what types have in common and no type itself; return one of them, or mark its class with [InterfaceType<Vessel>].",
        Assert.Throws<SchemaException>(() => SchemaOf(typeof(VesselQuery))).Message,
        StringComparison.Ordinal);

    private static Schema SchemaOf(Type query) => new SchemaBuilder()
        .AddType(typeof(AnyVessel)).AddType(typeof(BargeType)).AddType(typeof(FerryType)).AddType(typeof(LightType)).AddType(query).Build();

    private static string Lines(string printed, string start) => string.Join(' ', printed.Split('\n')
        .SkipWhile(line => !line.StartsWith(start, StringComparison.Ordinal)).TakeWhile(line => line.Length > 0)
        .Select(line => line.Trim()).Where(line => !line.StartsWith('"')));
}

internal sealed class Harbour
{
    public List<string> Asked { get; } = [];
}

internal abstract record Vessel(string Name);

internal sealed record Barge(string Name) : Vessel(Name);

internal sealed record Ferry(string Name) : Vessel(Name);

internal sealed record Buoy(string Colour);

internal sealed record Beacon(int Height);

[QueryType]
internal static class BoatsQuery
{
    public static IReadOnlyList<Barge> GetBarges() => [new("Anna"), new("Olga")];

    public static Ferry GetFerry() => new("Lena");

    public static Buoy GetBuoy() => new("red");

    public static Beacon GetBeacon() => new(7);
}

[QueryType]
internal static class VesselQuery
{
    public static Vessel? GetAny() => null;
}

/// <summary>Its name is before those of the others, its fields are behind.</summary>
[BaseType<Vessel>]
internal static class AnyVessel
{
    public static string GetRegistered([Parent] Vessel vessel) => $"{vessel.Name} of {vessel.GetType().Name}";

    [BatchResolver]
    public static IReadOnlyDictionary<Vessel, int?> GetBerth(IReadOnlyList<Vessel> vessels, Harbour harbour)
    {
        harbour.Asked.Add(string.Join(", ", vessels.Select(vessel => vessel.Name)));
        return vessels.Index().ToDictionary(vessel => vessel.Item, vessel => (int?)vessel.Index);
    }
}

[ObjectType<Barge>]
internal static class BargeType
{
    public static int GetLoad([Parent] Barge barge) => barge.Name == "Anna" ? 12 : 9;
}

[ObjectType<Ferry>]
internal static class FerryType
{
    public static int GetSeats([Parent] Ferry ferry) => ferry.Name.Length * 10;
}

[ObjectType<Buoy>, ObjectType<Beacon>]
internal static class LightType
{
    public static bool GetIsLit([Parent] object light) => light is Buoy or Beacon;
}
