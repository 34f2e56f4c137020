using System.Buffers.Binary;
using System.Buffers.Text;
using CenterDirectory.Data.Access;

namespace CenterDirectory.Api.Manage.SignIn;

/// <summary>Somebody who has signed in.</summary>
/// <param name="Key">The key.</param>
/// <param name="Ticket">What the cookie says.</param>
internal sealed record ManageSession(AccessKey Key, SessionTicket Ticket);

/// <summary>What the cookie says: which key, since when, and which of many visits it is. No secret, and no hash of one.</summary>
/// <param name="KeyId">The key.</param>
/// <param name="BegunAt">When somebody signed in.</param>
/// <param name="SeenAt">When the cookie was last renewed.</param>
/// <param name="Nonce">Random.</param>
internal sealed record SessionTicket(long KeyId, DateTimeOffset BegunAt, DateTimeOffset SeenAt, byte[] Nonce)
{
    /// <summary>Bytes of <see cref="Nonce"/>.</summary>
    public const int NonceBytes = 16;

    private const byte Version = 1;
    private const int TicketBytes = 1 + (3 * sizeof(long)) + NonceBytes;
    private const int SignatureBytes = 32;

    /// <summary>The ticket as bytes, which are what is signed.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[TicketBytes];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), KeyId);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(9), BegunAt.ToUnixTimeSeconds());
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(17), SeenAt.ToUnixTimeSeconds());
        Nonce.CopyTo(bytes.AsSpan(25));
        return bytes;
    }

    /// <summary>Takes a cookie apart; null if it has not even the form of one.</summary>
    public static (SessionTicket Ticket, byte[] Signature)? Read(string? cookie)
    {
        if (cookie is null || cookie.Length > 200 || !Base64Url.IsValid(cookie))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(cookie);
        return bytes.Length != TicketBytes + SignatureBytes || bytes[0] != Version ? null : (new SessionTicket(
            BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(1)), TimeAt(bytes.AsSpan(9)), TimeAt(bytes.AsSpan(17)), bytes[25..TicketBytes]), bytes[TicketBytes..]);
    }

    // What nobody has signed may name any number as a time.
    private static DateTimeOffset TimeAt(ReadOnlySpan<byte> bytes) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(BinaryPrimitives.ReadInt64BigEndian(bytes), 0, 253_402_300_799));
}
