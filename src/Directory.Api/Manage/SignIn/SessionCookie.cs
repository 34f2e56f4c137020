using System.Buffers.Text;
using System.Security.Cryptography;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data;
using CenterDirectory.Data.Access;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Manage.SignIn;

/// <summary>
/// The cookie of somebody who has signed in, for <c>/manage</c> alone. Its signature takes a key of the server and the hash of the secret: it needs
/// both to make one, any process can check it, and it ends with the secret. Nothing is written to sign in, so no import can keep anybody out.
/// </summary>
internal sealed class SessionCookie(DirectoryDb db, SigningKey signing, IOptions<ManageOptions> options, IOptions<SiteOptions> site, TimeProvider clock)
{
    /// <summary>Path below which a browser sends it.</summary>
    public const string Path = "/manage";

    private const string SessionName = "manage";
    private const string VisitName = "manage-visit";

    private static readonly byte[] Nothing = new byte[SHA256.HashSizeInBytes];

    private readonly TimeSpan idle = TimeSpan.FromHours(options.Value.IdleHours);
    private readonly TimeSpan most = TimeSpan.FromHours(options.Value.SessionHours);

    /// <summary>Gives a browser the cookie of a key whose secret somebody has just shown.</summary>
    public void Begin(HttpContext http, AccessKey key, string secret)
    {
        var now = clock.GetUtcNow();
        Send(http, new SessionTicket(key.Id, now, now, RandomNumberGenerator.GetBytes(SessionTicket.NonceBytes)), KeySecret.HashOf(secret));
    }

    /// <summary>Who has signed in; renews the cookie of somebody who is at work.</summary>
    /// <returns>The session; or why there is none any more, if there was one.</returns>
    public async Task<(ManageSession? Session, LocalizedText? Ended)> ReadAsync(HttpContext http)
    {
        if (SessionTicket.Read(http.Request.Cookies[NameOf(http, SessionName)]) is not var (ticket, signature))
        {
            return (null, null);
        }

        var secrets = await db.AccessSecrets.AsNoTracking().Include(secret => secret.Key).Where(secret => secret.KeyId == ticket.KeyId).ToListAsync(http.RequestAborted);
        var secret = secrets.Find(known => CryptographicOperations.FixedTimeEquals(SignatureOf(ticket, known.Hash), signature));
        if (secret is null)
        {
            // As much work for a key that is not there.
            CryptographicOperations.FixedTimeEquals(SignatureOf(ticket, Nothing), signature);
            return (null, EndedByKey);
        }

        var now = clock.GetUtcNow();
        if (now - ticket.SeenAt >= idle || now - ticket.BegunAt >= most)
        {
            return (null, EndedByTime);
        }

        if (secret.Key.RevokedAt is not null || secret.Key.ExpiresAt <= now || secret.EndsAt <= now)
        {
            return (null, EndedByKey);
        }

        if (now - ticket.SeenAt > idle / 12)
        {
            ticket = ticket with { SeenAt = now };
            Send(http, ticket, secret.Hash);
        }

        return (new ManageSession(secret.Key, ticket), null);
    }

    /// <summary>Takes the cookie back.</summary>
    public void End(HttpContext http) => http.Response.Cookies.Delete(NameOf(http, SessionName), OptionsOf(http));

    /// <summary>What the forms of a session carry, so that no other site can send them.</summary>
    public string TokenOf(SessionTicket ticket) => Base64Url.EncodeToString(signing.Sign("form", BitConverter.GetBytes(ticket.KeyId), ticket.Nonce));

    /// <summary>What the form carries with which a browser signs in: without a cookie of its own somebody else's site could sign it in as somebody else.</summary>
    public string TokenOfVisit(HttpContext http)
    {
        var name = NameOf(http, VisitName);
        if (Visit(http.Request.Cookies[name]) is { } known)
        {
            return Base64Url.EncodeToString(signing.Sign("visit", known));
        }

        var nonce = RandomNumberGenerator.GetBytes(SessionTicket.NonceBytes);
        http.Response.Cookies.Append(name, Base64Url.EncodeToString(nonce), OptionsOf(http));
        return Base64Url.EncodeToString(signing.Sign("visit", nonce));
    }

    /// <summary>Whether a form was made for this browser.</summary>
    public bool IsOfVisit(HttpContext http, string? token) =>
        Visit(http.Request.Cookies[NameOf(http, VisitName)]) is { } nonce && IsEqual(token, Base64Url.EncodeToString(signing.Sign("visit", nonce)));

    /// <summary>Compares what was sent with what it should be, in the same time whatever it is.</summary>
    public static bool IsEqual(string? sent, string expected) => CryptographicOperations.FixedTimeEquals(
        System.Text.Encoding.UTF8.GetBytes(sent ?? ""), System.Text.Encoding.UTF8.GetBytes(expected));

    private static LocalizedText EndedByTime { get; } = new(
        "Вы давно не заходили. Войдите ещё раз.", "You have been away for long. Please sign in again.");

    private static LocalizedText EndedByKey { get; } = new(
        "Этот вход больше не действует: ключ заменён, отозван или его срок истёк. Войдите с действующим ключом.",
        "This sign-in has ended: the key was replaced, revoked, or has expired. Please sign in with one that works.");

    private static byte[]? Visit(string? cookie) =>
        cookie is { Length: < 100 } && Base64Url.IsValid(cookie) && Base64Url.DecodeFromChars(cookie) is { Length: SessionTicket.NonceBytes } nonce ? nonce : null;

    private byte[] SignatureOf(SessionTicket ticket, byte[] secretHash) => signing.Sign("session", secretHash, ticket.ToBytes());

    private void Send(HttpContext http, SessionTicket ticket, byte[] secretHash) => http.Response.Cookies.Append(
        NameOf(http, SessionName), Base64Url.EncodeToString([.. ticket.ToBytes(), .. SignatureOf(ticket, secretHash)]), OptionsOf(http));

    /// <summary>Only over https may a browser be told that a name is for https alone.</summary>
    private string NameOf(HttpContext http, string name) => IsSecure(http) ? "__Secure-" + name : name;

    // It ends with the browser; how long it is good for stands in the ticket, where nobody can change it.
    private CookieOptions OptionsOf(HttpContext http) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Path = Path, Secure = IsSecure(http), IsEssential = true,
    };

    private bool IsSecure(HttpContext http) => http.Request.IsHttps || site.Value.Origin?.Scheme == Uri.UriSchemeHttps;
}
