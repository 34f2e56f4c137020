using System.Diagnostics.CodeAnalysis;

namespace CenterDirectory.Data.Values;

/// <summary>ОКТМО code of a municipality (8 digits) or settlement (11 digits).</summary>
public sealed record Oktmo : ITextValue<Oktmo>
{
    private Oktmo(string value) => Value = value;

    /// <summary>The digits.</summary>
    public string Value { get; }

    /// <summary>
    /// The leading digits that all places of its region share: two, but three in Архангельская and Тюменская области,
    /// whose codes also hold the autonomous okrugs.
    /// </summary>
    public string RegionDigits => Value.AsSpan(0, 3) is "118" or "718" or "719" ? Value[..3] : Value[..2];

    /// <summary>Reads the code, grouped or not; 7 and 10 digits get back the leading zero that a spreadsheet took.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out Oktmo result)
    {
        var digits = CheckedDigits.Read(s);
        result = digits?.Length switch
        {
            8 or 11 => new Oktmo(digits),
            7 or 10 => new Oktmo('0' + digits),
            _ => null,
        };
        return result is not null;
    }

    /// <summary>Reads a code that is known to be one.</summary>
    public static Oktmo Parse(string s) =>
        TryParse(s, out var result) ? result : throw new FormatException($"An ОКТМО has 8 or 11 digits: «{s}».");

    static Oktmo IParsable<Oktmo>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Oktmo>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Oktmo result) =>
        TryParse(s, out result);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
