using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Pages;

namespace CenterDirectory.Api.Tests.Pages.Entries;

/// <summary>The pages of entries of the bundled reports, as a browser, a program that reads text and a search engine get them.</summary>
public partial class EntryPagesTests(DirectoryServer server)
{
    /// <summary>One of each type, the fullest there is.</summary>
    private static readonly string[] Paths =
    [
        "/centers/raduzhnyj-podderzhka-so-nko", "/centers/erc-yakutii", "/services/raduzhnyj-upravlencheskoe-konsultirovanie", "/events/konferenciya-uralskaya-set",
        "/events/shkola-rukovoditelej-resursnyh-centrov", "/news/habarovsk-resursnye-centry-vostrebovany", "/organizations/ciss-omsk", "/networks/uralskaya-set-resursnyh-centrov",
        "/programs/uralskaya-set-dlya-so-nko", "/projects/estafeta-socialnyh-innovacij-2019", "/grants/estafeta-socialnyh-innovacij-2019",
        "/practices/sosedskie-centry", "/people/kseniya-trenogina", "/territories/habarovskij-kraj",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Pages() => [.. Paths];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Markdown_is_the_one_that_was_reviewed(string path) =>
        Stable(await server.Client.GetStringAsync(path + ".md?lang=ru", Cancellation)).MatchSnapshot(NameOf(path) + ".md");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Linked_data_are_those_that_were_reviewed(string path)
    {
        var data = LinkedData(await server.Client.GetStringAsync(path + "?lang=ru", Cancellation));

        Assert.Equal("https://schema.org", data.GetProperty("@context").GetString());
        Stable(JsonSerializer.Serialize(data, Readable)).MatchSnapshot(NameOf(path) + ".json");
    }

    [Theory]
    [InlineData("/centers/raduzhnyj-podderzhka-so-nko", "ru")]
    [InlineData("/events/konferenciya-uralskaya-set", "en")]
    public async Task Html_is_the_one_that_was_reviewed(string path, string language) =>
        Stable(await server.Client.GetStringAsync($"{path}?lang={language}", Cancellation))
            .Replace(PageAsset.Style.Address, "/assets/site.css", StringComparison.Ordinal)
            .Replace(PageAsset.Icon.Address, "/assets/icon.svg", StringComparison.Ordinal)
            .MatchSnapshot($"{NameOf(path)}.{language}.html");

    [Fact]
    public void Every_type_with_pages_is_looked_at() =>
        Assert.Equal(EntryAddress.Types.Select(type => EntryAddress.SegmentOf(type)).Order(), Paths.Select(path => path.Split('/')[1]).Distinct().Order());

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_takes_few_statements_however_much_it_shows(string path)
    {
        var answer = await server.TextAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.InRange(answer.Statements.Count, 2, 18);
        Assert.All(answer.Statements, statement => Assert.StartsWith("SELECT", statement.TrimStart(), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Head_names_the_page_in_both_languages_and_its_text(string path)
    {
        var page = Stable(await server.Client.GetStringAsync(path + "?lang=en", Cancellation));

        Assert.Contains($"""<link rel="canonical" href="https://directory.example{path}?lang=en">""", page, StringComparison.Ordinal);
        Assert.Contains($"""<link rel="alternate" hreflang="ru" href="https://directory.example{path}">""", page, StringComparison.Ordinal);
        Assert.Contains($"""<link rel="alternate" hreflang="x-default" href="https://directory.example{path}">""", page, StringComparison.Ordinal);
        Assert.Contains($"""<meta property="og:url" content="https://directory.example{path}?lang=en">""", page, StringComparison.Ordinal);
        Assert.Contains($"""<link rel="alternate" type="text/markdown" href="{path}.md?lang=en" title="Markdown">""", page, StringComparison.Ordinal);
        Assert.Single(HeadingOne().Matches(page));
        Assert.DoesNotContain("<h2 id=\"\"", page, StringComparison.Ordinal);
    }

    private string Stable(string text) => text.Replace(server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), "https://directory.example", StringComparison.Ordinal);

    private static string NameOf(string path) => path.Trim('/').Replace('/', '-');

    internal static JsonElement LinkedData(string page) => JsonElement.Parse(Script().Match(page).Groups[1].Value);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [GeneratedRegex("<script type=\"application/ld\\+json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex HeadingOne();
}
