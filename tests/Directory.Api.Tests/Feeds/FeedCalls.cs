using System.Text;
using CenterDirectory.Api.Feeds;
using CenterDirectory.Api.Feeds.Filtering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Feeds;

/// <summary>Asks for feeds of a directory of a test's own, without a port.</summary>
internal static class FeedCalls
{
    /// <summary>The body of a feed of everything; any other answer fails the test.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="file">Its file and query, <c>events.ics?kind=SEMINAR</c>.</param>
    public static async Task<string> FeedAsync(this OwnDirectory directory, string file)
    {
        var http = await directory.AnswerAsync(file);
        var body = Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
        Assert.True(http.Response.StatusCode == StatusCodes.Status200OK, $"{file}: {http.Response.StatusCode} {body}");
        return body;
    }

    /// <summary>The answer of a feed of everything.</summary>
    public static async Task<HttpContext> AnswerAsync(this OwnDirectory directory, string file, Action<HttpRequest>? ask = null)
    {
        var parts = file.Split('?', 2);
        var name = parts[0].Split('.');
        var http = new DefaultHttpContext { RequestServices = directory.Services };
        http.Request.Method = HttpMethods.Get;
        http.Request.Scheme = "https";
        http.Request.Host = new HostString("directory.example");
        http.Request.Path = $"/feeds/{parts[0]}";
        http.Request.QueryString = new QueryString(parts.Length > 1 ? "?" + parts[1] : "");
        http.Response.Body = new MemoryStream();
        ask?.Invoke(http.Request);
        var feed = new FeedAddress(
            FeedNames.All.Single(subject => subject.Segment == name[0]), FeedFormat.All.Single(format => format.Extension == name[1]), FeedOwner.Directory, null);
        await directory.Services.GetRequiredService<FeedPublisher>().AnswerAsync(http, feed);
        await http.Response.BodyWriter.FlushAsync(TestContext.Current.CancellationToken);
        return http;
    }
}
