using System.Globalization;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Schema;

/// <summary>Circles on the map.</summary>
public sealed class NearTests(NearTests.Map map) : IClassFixture<NearTests.Map>
{
    private const string Page = """
        query($near: NearInput, $after: String, $order: [OrganizationSortInput!]) {
          organizations(first: 9, near: $near, after: $after, order: $order) {
            totalCount nodes { name location { latitude longitude } } pageInfo { hasNextPage endCursor }
          }
        }
        """;

    /// <summary>Towns, villages at the antimeridian, a station at the pole, and points all over the earth.</summary>
    private static readonly (string Name, double Latitude, double Longitude)[] Points =
    [
        ("Анадырь", 64.7337, 177.4968), ("Эгвекинот", 66.3167, -179.1667), ("Провидения", 64.4235, -173.2258), ("Уэлен", 66.1594, -169.8092),
        ("Певек", 69.7009, 170.2997), ("Омск", 54.9893, 73.3682), ("Черлак", 54.1611, 74.8006), ("Исилькуль", 54.9087, 71.2666),
        ("У полюса", 89.95, 10), ("У полюса напротив", 89.95, -170), ("Южный полюс", -90, 0), ("Гринвич", 51.4779, 0), ("Нигде", 0, 0), ("Остров", 0.5, 179.5), ("Другой остров", -0.5, -178.9),
        .. Enumerable.Range(0, 400).Select(Somewhere),
    ];

    private readonly OwnDirectory directory = map.Directory;

    [Theory]
    [InlineData(64.7337, 177.4968, 500)]
    [InlineData(66.3, -179.9, 300)]
    [InlineData(66.3, 179.9, 300)]
    [InlineData(0, 180, 500)]
    [InlineData(0, -180, 500)]
    [InlineData(90, 0, 20)]
    [InlineData(89.99, 123, 500)]
    [InlineData(-90, 45, 1)]
    [InlineData(54.9893, 73.3682, 138)]
    [InlineData(51, -0.5, 100)]
    public async Task What_is_inside_comes_by_distance_page_by_page(double latitude, double longitude, double radiusKm)
    {
        var expected = Points.Select(point => (point.Name, Distance: Haversine(point.Latitude, point.Longitude, latitude, longitude)))
            .Where(point => point.Distance <= radiusKm).OrderBy(point => point.Distance).ToList();

        var names = new List<string>();
        string? after = null;
        for (var hasNext = true; hasNext;)
        {
            var page = (await directory.DataAsync(Page, new { near = new { latitude, longitude, radiusKm }, after })).GetProperty("organizations");
            names.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()!));
            Assert.Equal(expected.Count, page.GetProperty("totalCount").GetInt32());
            hasNext = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean();
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(point => point.Name), names);
    }

    [Fact]
    public async Task Chukotka_lies_on_both_sides_of_the_antimeridian()
    {
        var data = await directory.DataAsync(
            "{ organizations(first: 100, near: { latitude: 66.3167, longitude: -179.1667, radiusKm: 400 }) { nodes { name location { distanceKm(from: { latitude: 66.3167, longitude: -179.1667 }) } } } }");

        var found = data.GetProperty("organizations").GetProperty("nodes").EnumerateArray()
            .Select(node => (node.GetProperty("name").GetString()!, (int)node.GetProperty("location").GetProperty("distanceKm").GetDouble()))
            .Where(node => !node.Item1.StartsWith('№'));
        Assert.Equal([("Эгвекинот", 0), ("Анадырь", 233), ("Провидения", 346)], found);
    }

    [Fact]
    public async Task Another_order_sorts_the_same_circle()
    {
        var near = new { latitude = 54.9893, longitude = 73.3682, radiusKm = 138 };

        var data = await directory.DataAsync(Page, new { near, order = new[] { new { name = "DESC" } } });

        var names = data.GetProperty("organizations").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()!);
        Assert.Equal(["Черлак", "Омск", "Исилькуль"], names.Where(name => !name.StartsWith('№')));
    }

    [Fact]
    public async Task A_service_is_where_its_center_is()
    {
        var data = await directory.DataAsync(
            "{ services(near: { latitude: 55, longitude: 74.5, radiusKm: 150 }, where: { name: { neq: \"Исилькуль\" } }) { nodes { name } pageInfo { endCursor } } centers(near: { latitude: 55, longitude: 71, radiusKm: 100 }) { nodes { name } } }");

        Assert.Equal("""[{"name":"Омск"},{"name":"Черлак"}]""", data.GetProperty("services").GetProperty("nodes").GetRawText());
        Assert.Equal("""[{"name":"Исилькуль"}]""", data.GetProperty("centers").GetProperty("nodes").GetRawText());
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_circle()
    {
        var page = await directory.DataAsync(Page, new { near = new { latitude = 55, longitude = 73, radiusKm = 200 } });
        var after = page.GetProperty("organizations").GetProperty("pageInfo").GetProperty("endCursor").GetString();

        var other = await directory.AskAsync(Page, new { near = new { latitude = 55.1, longitude = 73, radiusKm = 200 }, after });

        Assert.Equal("CURSOR_INVALID", other.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(91, 0, 1)]
    [InlineData(0, 181, 1)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 0, 501)]
    public async Task There_is_no_such_circle(double latitude, double longitude, double radiusKm)
    {
        var answer = await directory.AskAsync(Page, new { near = new { latitude, longitude, radiusKm } });

        Assert.Equal("BAD_USER_INPUT", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("centers")]
    [InlineData("organizations")]
    [InlineData("events")]
    public async Task A_circle_is_read_by_the_index_of_points(string list)
    {
        using var sql = new SqlLog();
        using var recording = sql.Record();
        using var activity = new System.Diagnostics.Activity("test").SetParentId(recording.TraceParent).Start();
        await directory.DataAsync($"{{ {list}(near: {{ latitude: 55, longitude: 73, radiusKm: 100 }}) {{ nodes {{ id }} }} }}");

        var plan = await QueryPlan.OfAsync(directory.Services, recording.Statements.Single(statement => statement.Contains("LocationX", StringComparison.Ordinal)));

        var index = $"IX_{char.ToUpperInvariant(list[0])}{list[1..]}_LocationX_LocationY_LocationZ";
        Assert.Contains(plan, step => step.StartsWith("SEARCH ", StringComparison.Ordinal) && step.Contains($"{index} (LocationX>? AND LocationX<?)", StringComparison.Ordinal));
    }

    private static (string Name, double Latitude, double Longitude) Somewhere(int number)
    {
        var random = new Random(number);
        // Many where the tests look, the rest anywhere.
        var (latitude, longitude) = (number % 4) switch
        {
            0 => (54.99 + (random.NextDouble() * 3) - 1.5, 73.4 + (random.NextDouble() * 4) - 2),
            1 => (66 + (random.NextDouble() * 6) - 3, 180 + (random.NextDouble() * 20) - 10),
            2 => (90 - (random.NextDouble() * 4), (random.NextDouble() * 360) - 180),
            _ => (Math.Asin((random.NextDouble() * 2) - 1) * 180 / Math.PI, (random.NextDouble() * 360) - 180),
        };
        return ($"№ {number.ToString(CultureInfo.InvariantCulture)}", latitude, longitude > 180 ? longitude - 360 : longitude);
    }

    /// <summary>The distance as textbooks have it.</summary>
    private static double Haversine(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (one, other) = (double.DegreesToRadians(latitude), double.DegreesToRadians(otherLatitude));
        var byLatitude = Math.Sin((other - one) / 2);
        var byLongitude = Math.Sin(double.DegreesToRadians(otherLongitude - longitude) / 2);
        return 2 * 6371.0088 * Math.Asin(Math.Sqrt(Math.Min(1, (byLatitude * byLatitude) + (Math.Cos(one) * Math.Cos(other) * byLongitude * byLongitude))));
    }

    /// <summary>The directory that all tests here read.</summary>
    public sealed class Map : IAsyncLifetime
    {
        internal OwnDirectory Directory { get; private set; } = null!;
        public async ValueTask InitializeAsync()
        {
            Directory = await OwnDirectory.CreateAsync();
            await using var scope = Directory.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
            foreach (var (index, (name, latitude, longitude)) in Points.Index())
            {
                var location = new GeoPoint { Latitude = latitude, Longitude = longitude };
                db.Organizations.Add(new Organization { Slug = $"o{index}", Name = name, DisplayName = name, Location = location });
                if (index is >= 5 and <= 7)
                {
                    var center = new Center { Slug = $"c{index}", Name = name, DisplayName = name, Location = location };
                    db.Services.Add(new Service { Slug = $"s{index}", Name = name, DisplayName = name, Center = center });
                }
            }

            db.Organizations.Add(new Organization { Slug = "nowhere", Name = "Без места", DisplayName = "Без места" });
            db.Services.Add(new Service { Slug = "nowhere", Name = "Без места", DisplayName = "Без места" });
            await db.SaveChangesAsync();
        }

        public ValueTask DisposeAsync() => Directory.DisposeAsync();
    }
}
