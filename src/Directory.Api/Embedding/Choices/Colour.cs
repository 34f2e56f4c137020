using System.Globalization;

namespace CenterDirectory.Api.Embedding.Choices;

/// <summary>An opaque colour of the sRGB space.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static readonly Colour White = new(255, 255, 255);

    /// <summary>Almost black, as text on a bright ground.</summary>
    public static readonly Colour Black = new(0x10, 0x20, 0x1b);

    /// <summary>As CSS writes it.</summary>
    public string Css => $"#{Hex}";

    /// <summary>As an address writes it, where # would begin a fragment.</summary>
    public string Hex => $"{Red:x2}{Green:x2}{Blue:x2}";

    /// <summary>Reads <c>#0b6b57</c>, <c>0b6b57</c>, <c>#0a5</c>; null if it is no colour.</summary>
    public static Colour? Parse(string text)
    {
        var digits = text.Trim().TrimStart('#');
        if (digits.Length == 3)
        {
            digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        }

        return digits.Length == 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? new Colour((byte)(number >> 16), (byte)(number >> 8), (byte)number)
            : null;
    }

    /// <summary>White or black, whichever is easier to read on this colour.</summary>
    public Colour Readable => Contrast(White) >= Contrast(Black) ? White : Black;

    /// <summary>From 1 to 21 (WCAG 2.2, contrast ratio); text of usual size needs 4.5.</summary>
    public double Contrast(Colour other)
    {
        var (bright, dark) = (Math.Max(Luminance, other.Luminance), Math.Min(Luminance, other.Luminance));
        return (bright + 0.05) / (dark + 0.05);
    }

    /// <summary>WCAG 2.2, relative luminance.</summary>
    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte part)
    {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
