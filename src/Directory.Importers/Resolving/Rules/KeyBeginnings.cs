using System.Globalization;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>Hashes of kind, region and sort, with which those of keys begin.</summary>
internal sealed class KeyBeginnings
{
    public const int Codes = 100;

    private readonly ulong[] hashes = new ulong[Codes];

    public KeyBeginnings(string kind, string everywhere, string sort)
    {
        var seed = MatchKey.Seed(kind);
        Everywhere = MatchKey.Add(MatchKey.Add(seed, everywhere), sort);
        for (var code = 0; code < Codes; code++)
        {
            hashes[code] = MatchKey.Add(MatchKey.Add(seed, code.ToString("00", CultureInfo.InvariantCulture)), sort);
        }
    }

    public ulong Everywhere { get; }

    public ulong Of(int code) => hashes[code];
}
