using System.Buffers;
using System.Text.RegularExpressions;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Names that somebody had before: «Фонд «Берег» (бывш. «Причал»)», «АНО «Берег», ранее – АНО «Причал»».</summary>
internal static partial class FormerNames
{
    /// <summary>Cuts a former name off; null if there is none.</summary>
    public static (string Name, string Former)? Of(string text)
    {
        var match = text.AsSpan().ContainsAny(Marks) ? Former.Match(text) : Match.Empty;
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
        text.AsSpan().ContainsAny(Remarks) ? Remark.Replace(text, "") : text;

    [GeneratedRegex("""(?<=[»"”)\s,;])\s*[\(–—-]?\s*(?:Исключен|исключен|Ликвидирован|ликвидирован|Деятельность прекращен|деятельность прекращен)[аоы]?\b.*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Remark { get; }

    private static readonly SearchValues<string> Marks = SearchValues.Create(["бывш", "ранее", "прежн", "до переимен"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Remarks = SearchValues.Create(["исключен", "ликвидирован", "прекращен"], StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""[\(\[,;–—-]\s*(?:бывш\w*|ранее|прежн\w+|до переименования)\.?(?:\s+(?:назван\w*|называл\w*|наименован\w*|имя|именовал\w*|известн\w*|как))*\s*[:–—-]?\s*(?<old>[^()\[\]]+)[\)\]]?""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Former { get; }
}
