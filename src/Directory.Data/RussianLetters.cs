namespace CenterDirectory.Data;

/// <summary>
/// What Unicode says of letters, without looking it up for those that Russian texts are made of: .NET asks ICU for the lower case of each letter that
/// is not ASCII.
/// </summary>
internal static class RussianLetters
{
    /// <summary>Whether it is a letter or a digit.</summary>
    public static bool IsLetterOrDigit(char symbol) => symbol is >= 'А' and <= 'я' || char.IsLetterOrDigit(symbol);

    /// <summary>The letter in lower case, of whatever alphabet.</summary>
    public static char ToLower(char symbol) => symbol switch
    {
        >= 'а' and <= 'я' => symbol,
        >= 'А' and <= 'Я' => (char)(symbol + ('а' - 'А')),
        _ => char.ToLowerInvariant(symbol),
    };
}
