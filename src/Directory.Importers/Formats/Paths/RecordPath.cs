using System.Diagnostics.CodeAnalysis;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Formats.Paths;

/// <summary>The way from a record to one of its values.</summary>
/// <param name="Steps">Names of elements or properties.</param>
/// <param name="Attribute">Name of an attribute of the last element, or null for its text.</param>
internal sealed record RecordPath(IReadOnlyList<string> Steps, string? Attribute)
{
    /// <summary>The record itself.</summary>
    public const string Self = ".";

    /// <summary>What a path to the records is, for people who wrote none.</summary>
    public static LocalizedText Explained { get; } = new(
        "«records»: путь к записям, в XML от корня через «/» (Файл/Документ), в JSON через точку (data.items).",
        "'records' is the path to the records: from the root with '/' in XML (Файл/Документ), with dots in JSON (data.items).");

    /// <summary>
    /// In XML <c>СвЮЛ@ОГРН</c>, <c>СвЮЛ/@ОГРН</c>, <c>@ДатаВкл</c>, <c>СвНаимЮЛ/НаимЮЛ</c>, names without prefixes; in JSON <c>address.city</c>;
    /// in both <c>.</c> for the record itself.
    /// </summary>
    public static bool TryRead(string text, PathStyle style, [NotNullWhen(true)] out RecordPath? path)
    {
        path = null;
        if (style != PathStyle.Markup)
        {
            return TryRead(text, '.', null, out path);
        }

        var at = text.IndexOf('@', StringComparison.Ordinal);
        var attribute = at < 0 ? null : text[(at + 1)..];
        return (attribute is null || IsName(attribute)) && TryRead(at < 0 ? text : text[..at].TrimEnd('/'), '/', attribute, out path);
    }

    /// <summary>The path of a manifest that was checked.</summary>
    public static RecordPath Read(string text, PathStyle style) =>
        TryRead(text, style, out var path) ? path : throw new InvalidOperationException($"«{text}» is no path; the manifest was not checked.");

    private static bool TryRead(string text, char separator, string? attribute, [NotNullWhen(true)] out RecordPath? path)
    {
        var steps = text is Self || (text.Length == 0 && attribute is not null) ? [] : text.Split(separator);
        // Property names may be anything; JSON-LD begins some with «@».
        path = Array.TrueForAll(steps, step => separator == '.' ? step.Length > 0 : IsName(step)) ? new RecordPath(steps, attribute) : null;
        return path is not null;
    }

    private static bool IsName(string step) => step.Length > 0 && !step.AsSpan().ContainsAny("/@[]\"") && !char.IsWhiteSpace(step[0]);
}

/// <summary>How the columns of a format lead into a record.</summary>
internal enum PathStyle
{
    /// <summary>They do not: they are names of a header.</summary>
    None,

    /// <summary>Names of properties with dots between.</summary>
    Document,

    /// <summary>Names of elements with slashes between, an attribute behind «@».</summary>
    Markup,
}
