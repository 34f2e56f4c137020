using CenterDirectory.Api.OpenData.Dumps;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.OpenData;

/// <summary>People read names of things, not of classes.</summary>
public sealed class DumpTitlesTests(DirectoryServer server)
{
    [Fact]
    public void Every_file_has_a_title_of_its_own_in_both_languages()
    {
        var titles = server.Services.GetRequiredService<DumpTables>().All.Select(table => DumpTitles.Of(table.Kind)).ToList();

        Assert.NotEmpty(titles);
        Assert.All(titles, title => Assert.Matches("^[А-ЯЁ][а-яё ]+$", title.Ru));
        Assert.All(titles, title => Assert.Matches("^[A-Z][a-z ]+$", title.En));
        Assert.Equal(titles.Count, titles.Select(title => title.Ru).Distinct().Count());
    }
}
