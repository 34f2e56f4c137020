using CenterDirectory.Api.Embedding.Choices;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Embedding.Configurator;

/// <summary>Two colours that meet, and whether the upper one can be read (WCAG 2.2, success criterion 1.4.3, level AA).</summary>
/// <param name="Pair">Which two.</param>
/// <param name="Upper">The text.</param>
/// <param name="Lower">What it stands on.</param>
internal sealed record ContrastCheck(LocalizedText Pair, Colour Upper, Colour Lower)
{
    private const double Needed = 4.5;

    /// <summary>From 1 to 21.</summary>
    public double Ratio => Upper.Contrast(Lower);

    /// <summary>Whether everybody can read it.</summary>
    public bool IsEnough => Ratio >= Needed;

    /// <summary>Every pair of a choice.</summary>
    public static IReadOnlyList<ContrastCheck> All(WidgetChoice choice)
    {
        var ground = choice.Ground ?? UsualColours.Ground;
        var accent = choice.Accent ?? UsualColours.Accent;
        return
        [
            new(new("Текст на фоне", "Text on the ground"), choice.Ink ?? UsualColours.Ink, ground),
            new(new("Ссылки на фоне", "Links on the ground"), accent, ground),
            new(new("Надпись на кнопке", "Words on the button"), accent.Readable, accent),
        ];
    }
}
