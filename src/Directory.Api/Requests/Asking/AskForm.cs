using CenterDirectory.Api.Schema.Requests;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Requests.Asking;

/// <summary>What somebody has typed into the form, as it is shown again when something is wrong with it.</summary>
internal sealed record AskForm
{
    /// <summary>The field that people do not see.</summary>
    public const string Trap = "website";

    /// <summary>Slug of the center of choice; empty for none.</summary>
    public string Center { get; init; } = "";

    public string Text { get; init; } = "";

    public string Territory { get; init; } = "";

    public IReadOnlyList<SupportKind> Kinds { get; init; } = [];

    public Audience? Audience { get; init; }

    public string Name { get; init; } = "";

    public string Contact { get; init; } = "";

    public bool HasConsent { get; init; }

    /// <summary>The version of the text that was linked to when the form was shown.</summary>
    public string Version { get; init; } = "";

    public string Ticket { get; init; } = "";

    /// <summary>Whether something stands where people write nothing.</summary>
    public bool IsTrapped { get; init; }

    /// <summary>Reads a form that came back.</summary>
    public static AskForm Of(IFormCollection form) => new()
    {
        Center = Tidy(form["center"]), Text = Tidy(form["text"]), Territory = Tidy(form["territory"]), Name = Tidy(form["name"]), Contact = Tidy(form["contact"]),
        Kinds = [.. form["kind"].Select(Value<SupportKind>).OfType<SupportKind>().Distinct()], Audience = Value<Audience>(form["audience"]),
        HasConsent = form["consent"] == "yes", Version = Tidy(form["version"]), Ticket = Tidy(form["ticket"]), IsTrapped = Tidy(form[Trap]).Length > 0,
    };

    /// <summary>The same as a program would send it.</summary>
    /// <param name="centerId">Global id of the center of choice.</param>
    /// <param name="once">Number of the form.</param>
    public RequestSupportInput ToInput(string? centerId, string once) =>
        new(Text, Kinds, Territory, Audience, centerId, Name, ContactOf(Contact), new ConsentInput(HasConsent, Version), "ask-" + once);

    /// <summary>People write a number, a mailbox or an account into one box, and all three can be told apart.</summary>
    private static SupportContactInput ContactOf(string text) =>
        text.StartsWith('@') || text.Contains("://", StringComparison.Ordinal) || text.StartsWith("t.me/", StringComparison.OrdinalIgnoreCase) ? new() { Messenger = text }
        : text.Contains('@', StringComparison.Ordinal) ? new() { Email = text }
        : new() { Phone = text };

    private static string Tidy(string? text) => (text ?? "").ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal).Trim();

    private static T? Value<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
