using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Access;

/// <summary>A key that somebody wants, as it was typed.</summary>
/// <param name="Label">What to call it.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Centers">Its centers: global ids, at the console slugs as well.</param>
/// <param name="Network">The network that it coordinates, named likewise.</param>
/// <param name="Territory">The territory that it coordinates: a territory key.</param>
/// <param name="ExpiresAt">Its end; null for the usual one.</param>
internal sealed record KeyWish(
    string Label, AccessRole Role, IReadOnlyList<string>? Centers = null, string? Network = null, string? Territory = null, DateTime? ExpiresAt = null);

/// <summary>A key as it will be.</summary>
internal sealed record KeyDraft(string Label, AccessRole Role, IReadOnlyList<long> Centers, long? NetworkId, long? TerritoryId, DateTime ExpiresAt);
