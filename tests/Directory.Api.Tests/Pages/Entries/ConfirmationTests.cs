using System.Net;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Pages.Entries;

/// <summary>A page says on which day somebody last stood behind it, and says so anew when that day changes.</summary>
public sealed class ConfirmationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_day_of_the_last_confirmation_stands_on_the_page_and_changes_its_tag()
    {
        await using var directory = await OwnDirectory.CreateAsync();
        await using var db = await directory.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(Cancellation);
        var source = new Source { Key = "registry", Title = "Реестр центров", LastSuccessAt = directory.Now.UtcDateTime.AddDays(-3) };
        db.AddRange(
            new Revision { Number = 1, CommittedAt = directory.Now.UtcDateTime.AddDays(-9) },
            new Center { Slug = "live", DisplayName = "Живой", VerifiedBy = source },
            new Center { Slug = "own", DisplayName = "Свой", VerifiedBy = source, ConfirmedAt = directory.Now.UtcDateTime.AddDays(-5) },
            new Center { Slug = "lone", DisplayName = "Ничей" });
        await db.SaveChangesAsync(Cancellation);
        using var client = await directory.ServeAsync();

        Assert.Contains("- **Подтверждено**: 12 января 2026 – Реестр центров\n", await client.GetStringAsync("/centers/live.md?lang=ru", Cancellation), StringComparison.Ordinal);
        Assert.Contains("- **Подтверждено**: 10 января 2026 – тем, кто за это отвечает\n", await client.GetStringAsync("/centers/own.md?lang=ru", Cancellation), StringComparison.Ordinal);
        Assert.Contains("- **Last confirmed**: by nobody yet\n", await client.GetStringAsync("/centers/lone.md?lang=en", Cancellation), StringComparison.Ordinal);

        using var before = await client.GetAsync("/centers/live?lang=en", Cancellation);
        source.LastSuccessAt = directory.Now.UtcDateTime;
        await db.SaveChangesAsync(Cancellation);
        directory.Now = directory.Now.AddMinutes(2);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/centers/live?lang=en");
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using var after = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("<time datetime=\"2026-01-15\">15 January 2026</time>", await after.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }
}
