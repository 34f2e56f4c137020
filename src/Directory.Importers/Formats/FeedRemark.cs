using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Formats;

/// <summary>Something odd about a file that did not keep it from being read.</summary>
/// <param name="Code">A stable key.</param>
/// <param name="Row">Line of the file, or null for the whole.</param>
/// <param name="Message">What was found and what was done.</param>
internal sealed record FeedRemark(string Code, int? Row, LocalizedText Message);
