using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace CenterDirectory.Api.Pages.Entries.LinkedData;

/// <summary>How JSON-LD is written into a page.</summary>
internal static class LinkedDataWriter
{
    /// <summary>
    /// Letters of all alphabets stay readable. This encoder writes <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> as numbers, so that no text of a
    /// source ends the element in which the JSON stands.
    /// </summary>
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
