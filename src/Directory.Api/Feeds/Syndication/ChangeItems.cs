using System.Globalization;
using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Feeds.Wording;
using CenterDirectory.Api.Feeds.Writing;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Feeds.Syndication;

/// <summary>Tells changes of the directory as items of a feed.</summary>
internal sealed class ChangeItems(EventWords words, FeedIds ids, FeedAddresses addresses)
{
    /// <summary>The item of a change.</summary>
    public FeedItem Of(ChangeEntry entry)
    {
        var change = entry.Change;
        var number = string.Create(CultureInfo.InvariantCulture, $"{change.RevisionNumber}/{change.Sequence}");
        var name = entry.Entry is not { } known ? words.T("запись снята", "gone from the directory")
            : words.Locale == Locale.En && known.NameEn is { } english ? english : known.DisplayName;
        var page = entry.Entry is { } there ? addresses.Entry(change.Type, there.Slug) : null;
        return new FeedItem(ids.Tag("change/" + number), $"{words.Label(change.Type)}: {name}", page ?? addresses.Changes(change.RevisionNumber), entry.CommittedAt)
        {
            Published = entry.CommittedAt,
            Page = page,
            Summary = Summary(entry),
            Categories =
            [
                new FeedCategory("kind", Naming.EnumValue(change.Kind.ToString()), words.Label(change.Kind)),
                new FeedCategory("type", Naming.EnumValue(change.Type.ToString()), words.Label(change.Type)),
            ],
        };
    }

    private string Summary(ChangeEntry entry)
    {
        var change = entry.Change;
        var fields = change.Fields.Count == 0 ? "" : $": {string.Join(", ", change.Fields)}";
        return $"{words.Label(change.Kind)}{fields}. {words.T("Ревизия", "Revision")} {change.RevisionNumber.ToString(CultureInfo.InvariantCulture)}.";
    }
}
