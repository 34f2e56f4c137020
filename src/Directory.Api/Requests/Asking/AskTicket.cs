using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CenterDirectory.Api.Requests.Asking;

/// <summary>
/// What a form carries from the page to us: that it came from our page, when, and a number of its own. Programs that fill in whatever they find send
/// without having looked, or at once; and a form that is sent twice is one request.
/// </summary>
internal sealed class AskTicket(RequestVault vault, RandomNumberGenerator random, TimeProvider clock)
{
    /// <summary>Nobody reads, writes and consents in less.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(3);

    /// <summary>A page that was open for longer shows an old text to consent to.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const int NumberBytes = 12;

    /// <summary>A ticket for a form that is shown now.</summary>
    public string Next()
    {
        var number = new byte[NumberBytes];
        random.GetBytes(number);
        var text = string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().ToUnixTimeSeconds()}.{Convert.ToHexStringLower(number)}");
        return $"{text}.{vault.MarkOf(Purpose(text))}";
    }

    /// <summary>Reads a ticket that came back.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <returns>The number of the form and its age; null if it is none of ours.</returns>
    public (string Number, TimeSpan Age)? Read(string? ticket)
    {
        if (ticket?.Split('.') is not [var since, var number, var mark] || !long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return null;
        }

        var given = Encoding.UTF8.GetBytes(mark);
        var isOurs = vault.MarksOf(Purpose($"{since}.{number}")).Any(known => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(known), given));
        return isOurs ? (number, clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)) : null;
    }

    private static string Purpose(string text) => "ask form " + text;
}
