using System.Diagnostics.CodeAnalysis;

namespace CenterDirectory.Data.Values;

/// <summary>ИНН of a legal entity, 10 digits with leading zeros, or of a person, 12; a wrong check digit is kept and reported as an import issue.</summary>
public sealed record Inn : ITextValue<Inn>
{
    private static readonly int[] LegalEntityWeights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
    private static readonly int[] PersonFirstWeights = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    private static readonly int[] PersonSecondWeights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

    private Inn(string value) => Value = value;

    /// <summary>The digits.</summary>
    public string Value { get; }

    /// <summary>Whether it belongs to a person, whose number the directory does not publish.</summary>
    public bool IsPersonal => Value.Length == 12;

    /// <summary>Whether the last digit, or the last two of a person's number, follow from the others, and they are no placeholder.</summary>
    public bool HasValidCheckDigit => !IsPlaceholder && (IsPersonal
        ? Follows(PersonFirstWeights, 10) && Follows(PersonSecondWeights, 11)
        : Follows(LegalEntityWeights, 9));

    /// <summary>Whether it stands where the number is not known: zeros, 1234567890.</summary>
    public bool IsPlaceholder => CheckedDigits.IsPlaceholder(Value);

    /// <summary>Reads the number; 9 and 11 digits get back the leading zero that a spreadsheet took.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out Inn result)
    {
        var digits = CheckedDigits.Read(s);
        result = digits?.Length switch
        {
            10 or 12 => new Inn(digits),
            9 or 11 => new Inn('0' + digits),
            _ => null,
        };
        return result is not null;
    }

    /// <summary>Reads a number that is known to be one.</summary>
    public static Inn Parse(string s) =>
        TryParse(s, out var result) ? result : throw new FormatException($"An ИНН has 10 digits, that of a person 12: «{s}».");

    static Inn IParsable<Inn>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Inn>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Inn result) =>
        TryParse(s, out result);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private bool Follows(int[] weights, int position) =>
        CheckedDigits.WeightedSum(Value, weights) % 11 % 10 == Value[position] - '0';
}
