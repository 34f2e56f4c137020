using System.Globalization;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Commands;

/// <summary>Which language the console speaks: Russian where the user's environment does, else English.</summary>
internal static class Words
{
    /// <summary>From now on speaks this language, if one is named.</summary>
    public static void Speak(string? language)
    {
        if (language is not null)
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        }
    }

    /// <summary>One of two texts.</summary>
    public static string Pick(string russian, string english) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru" ? russian : english;

    /// <summary>The text of the console's language.</summary>
    public static string Pick(LocalizedText text) => Pick(text.Ru, text.En);
}
