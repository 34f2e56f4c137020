using System.Globalization;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Commands;

/// <summary>Which language the console speaks: Russian where the user's environment does, else English.</summary>
internal static class Words
{
    /// <summary>One of two texts.</summary>
    public static string Pick(string russian, string english) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru" ? russian : english;

    /// <summary>The text of the console's language.</summary>
    public static string Pick(LocalizedText text) => Pick(text.Ru, text.En);
}
