using CenterDirectory.Api.Feeds.Calendar;
using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Api.Feeds.Writing;
using CenterDirectory.Api.Hosting.Publishing;

namespace CenterDirectory.Api.Feeds;

/// <summary>Feeds of events, news and changes: of everything, of a center, of a territory.</summary>
internal static class FeedEndpoints
{
    /// <summary>Registers what they need.</summary>
    public static IServiceCollection AddFeeds(this IServiceCollection services) => services.AddSingleton<FeedIds>().AddSingleton<CalendarSpans>().AddSingleton<FeedPublisher>();

    /// <summary>Maps every feed in every format it is offered in.</summary>
    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        foreach (var subject in FeedNames.All)
        {
            foreach (var format in FeedFormat.Of(subject.Subject))
            {
                var feed = new FeedAddress(subject, format, FeedOwner.Directory, null);
                var file = $"{subject.Segment}.{format.Extension}";
                Map(routes, $"/feeds/{file}", feed);
                if (subject.Subject != FeedSubject.Changes)
                {
                    Map(routes, $"/centers/{{key}}/{file}", feed with { Owner = FeedOwner.Center });
                    Map(routes, $"/territories/{{key}}/{file}", feed with { Owner = FeedOwner.Territory });
                }
            }
        }
    }

    private static void Map(IEndpointRouteBuilder routes, string pattern, FeedAddress feed)
    {
        var publisher = routes.ServiceProvider.GetRequiredService<FeedPublisher>();
        routes.MapMethods(pattern, Editions.Methods, (HttpContext http) => publisher.AnswerAsync(http, feed with { Key = http.GetRouteValue("key") as string }));
    }
}
