namespace CenterDirectory.Api.Embedding.Choices;

/// <summary>What the widgets look like if nobody chooses.</summary>
internal static class UsualColours
{
    public static readonly Colour Accent = new(0x0b, 0x6b, 0x57);

    public static readonly Colour Ground = Colour.White;

    public static readonly Colour Ink = new(0x1b, 0x24, 0x21);

    /// <summary>A form cannot leave a colour out: the usual one is no choice.</summary>
    public static WidgetChoice WithoutUsual(WidgetChoice choice) => choice with
    {
        Accent = choice.Accent == Accent ? null : choice.Accent,
        Ground = choice.Ground == Ground ? null : choice.Ground,
        Ink = choice.Ink == Ink ? null : choice.Ink,
    };
}
