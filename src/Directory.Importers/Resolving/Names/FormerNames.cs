using System.Text.RegularExpressions;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Names that somebody had before: «Фонд «Берег» (бывш. «Причал»)», «АНО «Берег», ранее – АНО «Причал»».</summary>
internal static partial class FormerNames
{
    /// <summary>Cuts a former name off; null if there is none.</summary>
    public static (string Name, string Former)? Of(string text)
    {
        var match = MayHave(text) ? Former.Match(text) : Match.Empty;
        if (!match.Success || match.Index == 0)
        {
            return null;
        }

        var old = match.Groups["old"].Value.Trim();
        // «Музей (бывший дом лесника)» tells where it is.
        return old.Length > 2 && (char.IsUpper(old[0]) || old.AsSpan().ContainsAny("«\"“„"))
            ? ((text[..match.Index] + text[(match.Index + match.Length)..]).Trim(), old)
            : null;
    }

    private static bool MayHave(string text) =>
        text.Contains("бывш", StringComparison.OrdinalIgnoreCase) || text.Contains("ранее", StringComparison.OrdinalIgnoreCase)
        || text.Contains("прежн", StringComparison.OrdinalIgnoreCase) || text.Contains("до переимен", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""[\(\[,;–—-]\s*(?:бывш\w*|ранее|прежн\w+|до переименования)\.?(?:\s+(?:назван\w*|называл\w*|наименован\w*|имя|именовал\w*|известн\w*|как))*\s*[:–—-]?\s*(?<old>[^()\[\]]+)[\)\]]?""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Former { get; }
}
