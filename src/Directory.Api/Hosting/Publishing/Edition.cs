namespace CenterDirectory.Api.Hosting.Publishing;

/// <summary>The state of the directory that an answer shows.</summary>
/// <param name="Revision">Number of the newest revision; 0 before the first.</param>
/// <param name="CommittedAt">When it was committed; null before the first.</param>
internal readonly record struct Edition(int Revision, DateTime? CommittedAt);
