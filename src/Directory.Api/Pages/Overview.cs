using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages;

/// <summary>What the directory holds now.</summary>
/// <param name="Counts">Entries of each type.</param>
/// <param name="Answer">What <see cref="ExampleQuery.Shown"/> is answered.</param>
/// <param name="Revision">The newest revision; null before the first import.</param>
/// <param name="Sources">All sources, those with most records first.</param>
/// <param name="IsFirstImportRunning">Whether more is about to appear.</param>
internal sealed record Overview(
    EntryCounts Counts, string Answer, NewestRevision? Revision, IReadOnlyList<SourceLine> Sources, bool IsFirstImportRunning);

/// <summary>How many entries there are.</summary>
internal sealed record EntryCounts(long Centers, long Services, long Organizations, long Events, long News, long Networks, long Territories);

/// <summary>The newest revision.</summary>
internal sealed record NewestRevision(int Number, DateTime CommittedAt, int ChangeCount);

/// <summary>A source in the list.</summary>
/// <param name="Key">Key of its manifest.</param>
/// <param name="Title">Title.</param>
/// <param name="Publisher">Who publishes it, if that is known.</param>
/// <param name="Licence">Licence, if the publisher states one.</param>
/// <param name="Url">Where it is published.</param>
/// <param name="RecordCount">Records it holds now.</param>
/// <param name="LastSuccessAt">Last run that ended well.</param>
/// <param name="IsEnabled">Whether it runs by itself.</param>
/// <param name="LastRun">How its last run went; null if there was none.</param>
internal sealed record SourceLine(
    string Key, string Title, string? Publisher, string? Licence, Uri? Url, int RecordCount, DateTime? LastSuccessAt, bool IsEnabled, ImportRunStatus? LastRun);
