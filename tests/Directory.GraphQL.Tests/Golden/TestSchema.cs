using System.Globalization;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Golden;

/// <summary>The schema of all golden cases: a harbour. <c>tests/oracle/schema.graphql</c> and <c>tests/oracle/root.mjs</c> are the same for the oracle.</summary>
internal static class TestSchema
{
    public static Schema Instance { get; } = new SchemaBuilder()
        .Describe("A harbour, in memory.")
        .AddScalar(new ScalarType<DateOnly>(
            "Day", "A day such as 2020-01-31.", input => ParseDay(input), "a day such as 2020-01-31",
            (json, day) => json.PlainString(day, "O"), "https://example.org/day"))
        .AddType(typeof(Query))
        .AddType(typeof(EchoQuery))
        .AddType(typeof(Mutation))
        .AddType(typeof(Subscription))
        .AddType(typeof(EntityType))
        .AddType(typeof(NamedType))
        .AddType(typeof(VesselType))
        .AddType(typeof(UnseenType))
        .AddType(typeof(ShipType))
        .AddType(typeof(BargeType))
        .AddType(typeof(SailorType))
        .AddType(typeof(CraneType))
        .AddType(typeof(PortType))
        .AddType(typeof(ListsType))
        .AddType(typeof(BubbleType))
        .AddType(typeof(SoapType))
        .AddType(typeof(FoamType))
        .AddType(typeof(IThing))
        .AddType(typeof(IMachine))
        .Build();

    private static DateOnly? ParseDay(LeafInput input) =>
        input.Kind == LeafKind.String && DateOnly.TryParseExact(input.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
