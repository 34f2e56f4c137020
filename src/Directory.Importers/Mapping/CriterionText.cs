using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Mapping;

/// <summary>A criterion of a standard in one line: <c>answer-time: ответ за три рабочих дня</c>.</summary>
internal static class CriterionText
{
    public static bool TryRead(string text, out StandardCriterion? criterion)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var key = colon < 0 ? "" : text[..colon].Trim();
        var title = text[(colon + 1)..].Trim();
        var isCriterion = key.Length > 0 && title.Length > 0 && key.All(symbol => char.IsAsciiLetterLower(symbol) || char.IsAsciiDigit(symbol) || symbol == '-');
        criterion = isCriterion ? new StandardCriterion { Key = key, Title = title } : null;
        return isCriterion;
    }
}
