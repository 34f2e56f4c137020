namespace CenterDirectory.Api.Pages;

/// <summary>What the directory holds now.</summary>
/// <param name="Counts">Entries of each type.</param>
/// <param name="Answer">What <see cref="ExampleQuery.Shown"/> is answered.</param>
/// <param name="Revision">The newest revision; null before the first import.</param>
/// <param name="Sources">All sources, those with most records first.</param>
/// <param name="IsFirstImportRunning">Whether more is about to appear.</param>
internal sealed record Overview(
    EntryCounts Counts, string Answer, NewestRevision? Revision, IReadOnlyList<SourceState> Sources, bool IsFirstImportRunning);

/// <summary>How many entries there are.</summary>
internal sealed record EntryCounts(long Centers, long Services, long Organizations, long Events, long News, long Networks, long Territories);

/// <summary>The newest revision.</summary>
internal sealed record NewestRevision(int Number, DateTime CommittedAt, int ChangeCount);
