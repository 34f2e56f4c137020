using System.Diagnostics.CodeAnalysis;

namespace CenterDirectory.Importers.Formats.Paths;

/// <summary>The way from a record to one of its values.</summary>
/// <param name="Steps">Names of elements or properties.</param>
/// <param name="Attribute">Name of an attribute of the last element, or null for its text.</param>
internal sealed record RecordPath(IReadOnlyList<string> Steps, string? Attribute)
{
    /// <summary>The record itself.</summary>
    private const string Self = ".";

    /// <summary><c>СвЮЛ@ОГРН</c>, <c>СвЮЛ/@ОГРН</c>, <c>@ДатаВкл</c>, <c>СвНаимЮЛ/НаимЮЛ</c> or <c>.</c>; names without prefixes.</summary>
    public static bool TryReadMarkup(string text, [NotNullWhen(true)] out RecordPath? path)
    {
        path = null;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var attribute = at < 0 ? null : text[(at + 1)..];
        var elements = at < 0 ? text : text[..at].TrimEnd('/');
        if (attribute is not null && !IsName(attribute))
        {
            return false;
        }

        return TryRead(elements, '/', attribute, out path);
    }

    /// <summary><c>address.city</c> or <c>.</c></summary>
    public static bool TryReadDocument(string text, [NotNullWhen(true)] out RecordPath? path) => TryRead(text, '.', null, out path);

    private static bool TryRead(string text, char separator, string? attribute, [NotNullWhen(true)] out RecordPath? path)
    {
        var steps = text is Self || (text.Length == 0 && attribute is not null) ? [] : text.Split(separator);
        // Property names may be anything; JSON-LD begins some with «@».
        path = Array.TrueForAll(steps, step => separator == '.' ? step.Length > 0 : IsName(step)) ? new RecordPath(steps, attribute) : null;
        return path is not null;
    }

    private static bool IsName(string step) => step.Length > 0 && !step.AsSpan().ContainsAny("/@[]\"") && !char.IsWhiteSpace(step[0]);
}
