using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Pages;

namespace CenterDirectory.Api.Embedding.Choices;

/// <summary>What somebody chose for a widget: the attributes of the element, the parameters of its page, the fields of the configurator.</summary>
internal sealed record WidgetChoice
{
    public required PageLanguage Language { get; init; }

    public WidgetKind Kind { get; init; }

    /// <summary>Key of the territory; null for everywhere.</summary>
    public string? Territory { get; init; }

    /// <summary>Slug of the center, for a card or for its events.</summary>
    public string? Center { get; init; }

    public IReadOnlyList<string> Support { get; init; } = [];

    public IReadOnlyList<string> Audience { get; init; } = [];

    public IReadOnlyList<string> Level { get; init; } = [];

    public IReadOnlyList<string> Status { get; init; } = [];

    public IReadOnlyList<string> EventKind { get; init; } = [];

    /// <summary>Words to find centers by.</summary>
    public string? Text { get; init; }

    /// <summary><c>list</c> or <c>cards</c>, <c>agenda</c> or <c>month</c>; null for the usual one.</summary>
    public string? View { get; init; }

    /// <summary><c>auto</c>, <c>light</c> or <c>dark</c>.</summary>
    public string Theme { get; init; } = "auto";

    /// <summary>Centers or events at once.</summary>
    public int PageSize { get; init; } = 10;

    /// <summary>Links, buttons.</summary>
    public Colour? Accent { get; init; }

    /// <summary>What everything stands on.</summary>
    public Colour? Ground { get; init; }

    /// <summary>Text.</summary>
    public Colour? Ink { get; init; }

    /// <summary>Where the page begins; null from the start.</summary>
    public string? After { get; init; }

    /// <summary>What could not be understood and was left out.</summary>
    public IReadOnlyList<WrongParameter> Problems { get; init; } = [];
}
