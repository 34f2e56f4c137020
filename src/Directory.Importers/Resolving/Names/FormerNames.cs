using System.Buffers;
using System.Text.RegularExpressions;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Names that somebody had before: «Фонд «Берег» (бывш. «Причал»)», «АНО «Берег», ранее – АНО «Причал»».</summary>
internal static partial class FormerNames
{
    /// <summary>Cuts a former name off; null if there is none.</summary>
    public static (string Name, string Former)? Of(string text)
    {
        var match = text.AsSpan().ContainsAny(Before) && text.AsSpan().ContainsAny(Marks) ? Former.Match(text) : Match.Empty;
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

    /// <summary>«… «Берег» Исключена по решению суда от …»: without what a clerk wrote behind the name.</summary>
    public static string WithoutRemark(string text) =>
        HasRemark(text) ? Remark.Replace(text, "") : text;

    private static bool HasRemark(string text)
    {
        foreach (var word in Remarks)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("""(?<=[»"”)\s,;])\s*[\(–—-]?\s*(?:Исключен|исключен|Ликвидирован|ликвидирован|Деятельность прекращен|деятельность прекращен)[аоы]?\b.*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Remark { get; }

    private static readonly SearchValues<string> Marks = SearchValues.Create(["бывш", "ранее", "прежн", "до переимен"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands before a former name: to look for these is much cheaper than for words in any case.</summary>
    private static readonly SearchValues<char> Before = SearchValues.Create("([,;–—-");

    private static readonly string[] Remarks = ["сключен", "иквидирован", "рекращен"];

    [GeneratedRegex("""[\(\[,;–—-]\s*(?:бывш\w*|ранее|прежн\w+|до переименования)\.?(?:\s+(?:назван\w*|называл\w*|наименован\w*|имя|именовал\w*|известн\w*|как))*\s*[:–—-]?\s*(?<old>[^()\[\]]+)[\)\]]?""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Former { get; }
}
