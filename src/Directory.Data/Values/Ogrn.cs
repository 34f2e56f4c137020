using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CenterDirectory.Data.Values;

/// <summary>ОГРН (13 digits) or ОГРНИП (15 digits) of the state register; a wrong check digit is kept and reported as an import issue.</summary>
public sealed record Ogrn : ITextValue<Ogrn>
{
    private Ogrn(string value) => Value = value;

    /// <summary>The digits.</summary>
    public string Value { get; }

    /// <summary>Whether the last digit follows from the others, and they are no placeholder.</summary>
    public bool HasValidCheckDigit
    {
        get
        {
            if (IsPlaceholder)
            {
                return false;
            }

            var body = long.Parse(Value.AsSpan(0, Value.Length - 1), CultureInfo.InvariantCulture);
            var divisor = Value.Length == 13 ? 11 : 13;
            return body % divisor % 10 == Value[^1] - '0';
        }
    }

    /// <summary>Whether it stands where the number is not known: zeros, 1234567890123.</summary>
    public bool IsPlaceholder => CheckedDigits.IsPlaceholder(Value);

    /// <summary>Reads the number; 12 and 14 digits get back the leading zero that a spreadsheet took.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out Ogrn result)
    {
        var digits = CheckedDigits.Read(s);
        result = digits?.Length switch
        {
            13 or 15 => new Ogrn(digits),
            12 or 14 => new Ogrn('0' + digits),
            _ => null,
        };
        return result is not null;
    }

    /// <summary>Reads a number that is known to be one.</summary>
    public static Ogrn Parse(string s) =>
        TryParse(s, out var result) ? result : throw new FormatException($"An ОГРН has 13 digits, an ОГРНИП 15: «{s}».");

    static Ogrn IParsable<Ogrn>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Ogrn>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Ogrn result) =>
        TryParse(s, out result);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
