namespace CenterDirectory.GraphQL.Tests.Golden;

/// <summary>What lies in the harbour; the same as in <c>tests/oracle/root.mjs</c>.</summary>
internal static class Harbour
{
    public static IReadOnlyList<Ship> Ships { get; } =
    [
        new("s1", "Заря", "Dawn", 120, 31.5, new DateOnly(1987, 5, 1), Colour.WhiteBlue, Active: true),
        new("s2", "Чайка", "Gull", 80, null, null, null, Active: false),
        new("s3", "Ёрш \"№3\"", "Ruff", 2147483647, 12, new DateOnly(2020, 2, 29), Colour.Red, Active: true),
    ];

    public static Barge Barge { get; } = new("b1", 900, "Port");

    public static IReadOnlyList<Sailor> Sailors { get; } =
        [new("a1", "Анна", "Anna", 41), new("a2", "Борис", "Boris", null), new("a3", "Вера", "Vera", 19)];

    public static IReadOnlyList<Crane> Cranes { get; } = [new(1, "Long arm", "15 t"), new(2, null, "40 t")];

    public static IReadOnlyList<Sailor> CrewOf(Ship ship) => ship.Id switch
    {
        "s1" => [Sailors[0], Sailors[1]],
        "s2" => [Sailors[2]],
        _ => [],
    };

    public static Sailor? CaptainOf(Ship ship) => CrewOf(ship) is [var first, ..] ? first : null;

    public static IEnumerable<Sailor?> MatesOf(Sailor sailor) => sailor.Id switch
    {
        "a1" => [Sailors[1], null],
        "a2" => [Sailors[0]],
        _ => [],
    };

    public static Port? HomeOf(Ship ship) => ship.Id switch
    {
        "s1" => new Port("North", [Ships[0], Ships[2]]),
        "s2" => new Port("South", [Ships[1], null]),
        _ => null,
    };

    public static string? NameOf(INamed named, Locale locale) => (named, locale) switch
    {
        (_, Locale.Latin) => null,
        (Ship ship, Locale.En) => ship.English,
        (Ship ship, _) => ship.Russian,
        (Sailor sailor, Locale.En) => sailor.English,
        (Sailor sailor, _) => sailor.Russian,
        _ => "Barge",
    };
}
