using System.Net;
using System.Text.Json;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Tests.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CenterDirectory.Api.Tests.Pages;

/// <summary>What a reader sees of a fault of ours.</summary>
public sealed class ErrorPageTests
{
    [Theory]
    [InlineData("text/html", "text/html")]
    [InlineData("*/*", "application/problem+json")]
    public async Task A_fault_is_answered_without_its_details_and_with_all_security_headers(string accept, string expected)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.MapGet("/", string () => throw new InvalidOperationException("the secret"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Accept", accept);

        using var response = await client.GetAsync(new Uri(app.Urls.Single()), TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(expected, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("style-src 'self'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        if (expected == "text/html")
        {
            Assert.Contains("<h1>Что-то сломалось у нас</h1>", body, StringComparison.Ordinal);
        }
        else
        {
            using var problem = JsonDocument.Parse(body);
            Assert.Equal(500, problem.RootElement.GetProperty("status").GetInt32());
        }
    }

    [Theory]
    [InlineData("/broken-off", 400, false)]
    [InlineData("/ours", 500, true)]
    public async Task What_a_client_breaks_off_is_no_error_in_the_log(string path, int status, bool isLogged)
    {
        using var log = new EverythingLog();
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"]);
        builder.Logging.ClearProviders().AddProvider(log);
        await using var app = builder.Build();
        app.UseErrorPages();
        app.MapGet("/broken-off", string () => throw new BadHttpRequestException("Unexpected end of request content."));
        app.MapGet("/ours", string () => throw new InvalidOperationException("the fault"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(isLogged, log.Text.Contains("unhandled exception", StringComparison.OrdinalIgnoreCase));
    }
}
