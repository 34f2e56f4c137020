using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CenterDirectory.Api.Pages;

/// <summary>Markup that may be sent as it is. Text becomes markup only through <see cref="Of"/>, which encodes whatever is inserted.</summary>
internal readonly record struct Html(string Markup)
{
    /// <summary>No markup at all.</summary>
    public static readonly Html Nothing = new("");

    /// <summary>Markup with values in it: <c>Html.Of($"&lt;b&gt;{name}&lt;/b&gt;")</c>.</summary>
    public static Html Of(HtmlTemplate template) => new(template.ToString());

    /// <summary>One piece of markup for each item, one below the other.</summary>
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> render) => new(string.Join('\n', items.Select(item => render(item).Markup)));

    /// <inheritdoc/>
    public override string ToString() => Markup;
}

/// <summary>Takes an interpolated string apart: its literal parts are markup, its values are encoded unless they are markup themselves.</summary>
[InterpolatedStringHandler]
internal readonly struct HtmlTemplate
{
    // The default encoder writes Cyrillic as numbers; this one keeps all letters and encodes what has a meaning in HTML.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text;

    /// <summary>Called by the compiler.</summary>
    public HtmlTemplate(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string markup) => text.Append(markup);

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted(Html markup) => text.Append(markup.Markup);

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted(string? value) => text.Append(value is null ? "" : Encode(value));

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted(int value) => text.Append(value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    // A line break is one in markup too; as a number it would make code unreadable in the source of the page.
    private static string Encode(string value) => Encoder.Encode(value).Replace("&#xA;", "\n", StringComparison.Ordinal);
}
