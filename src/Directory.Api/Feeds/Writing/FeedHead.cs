using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Feeds.Writing;

/// <summary>What a feed says of itself.</summary>
/// <param name="Id">Identifier, the same for ever.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">What is in it.</param>
/// <param name="Locale">Its language.</param>
/// <param name="Updated">When the directory last changed.</param>
/// <param name="Self">Its own address.</param>
/// <param name="First">Address of the first page.</param>
/// <param name="Next">Address of the next page; null on the last one.</param>
/// <param name="Page">The page for people about the same entries.</param>
internal sealed record FeedHead(string Id, string Title, string Description, Locale Locale, DateTime Updated, string Self, string First, string? Next, string Page)
{
    /// <summary>Tag of the language.</summary>
    public string Language => Locale == Locale.En ? "en" : "ru";
}
