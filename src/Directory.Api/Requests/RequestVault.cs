using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Requests;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Requests;

/// <summary>
/// Encrypts and reads what people entrusted to us: AES-256-GCM, bound to its row, so that nobody who can write to the database makes one request
/// speak with the words of another. Layout: version, name of the key, nonce, cipher text, tag.
/// </summary>
internal sealed class RequestVault
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = 1 + SealingKey.NameBytes + NonceBytes;

    private readonly RandomNumberGenerator random;
    private readonly SealingKey? current;
    private readonly SealingKey[] keys;

    public RequestVault(IOptions<RequestsOptions> options, RandomNumberGenerator random)
    {
        this.random = random;
        current = options.Value.EncryptionKey.Length == 0 ? null : SealingKey.Parse(options.Value.EncryptionKey);
        keys = [.. options.Value.OldKeys.Where(key => key.Length > 0).Select(SealingKey.Parse)];
        keys = current is null ? keys : [current, .. keys];
    }

    /// <summary>Whether there is a key to encrypt with.</summary>
    public bool IsOpen => current is not null;

    /// <summary>Encrypts the words of a request that has its number.</summary>
    public void Seal(SupportRequest request, RequestWords words) => request.Sealed = Seal(RowOf(request), words);

    /// <summary>Encrypts the note to whom a request is passed on.</summary>
    public void SealNote(SupportRequest request, string? note) => request.SealedNote = note is null ? null : Seal(NoteRowOf(request), note);

    /// <summary>Encrypts an answer that has its number.</summary>
    public void Seal(SupportMessage message, string text) => message.Sealed = Seal(RowOf(message), text);

    /// <summary>The words of a request; null after erasure.</summary>
    /// <exception cref="CryptographicException">The key is not in the configuration, or the row is not what was written.</exception>
    public RequestWords? WordsOf(SupportRequest request) => request.Sealed is null ? null : Open<RequestWords>(RowOf(request), request.Sealed);

    /// <summary>The note of whoever passed it on last.</summary>
    public string? NoteOf(SupportRequest request) => request.SealedNote is null ? null : Open<string>(NoteRowOf(request), request.SealedNote);

    /// <summary>An answer.</summary>
    public string TextOf(SupportMessage message) => Open<string>(RowOf(message), message.Sealed);

    /// <summary>A keyed hash of a text with the key of today.</summary>
    public string MarkOf(string text) => (current ?? throw new InvalidOperationException("There is no key.")).MarkOf(text);

    /// <summary>The keyed hashes that a text may have, by all keys.</summary>
    public IReadOnlyList<string> MarksOf(string text) => [.. keys.Select(key => key.MarkOf(text))];

    private static string RowOf(SupportRequest request) => $"SupportRequest:{request.Id}";

    private static string NoteRowOf(SupportRequest request) => $"SupportRequest.note:{request.Id}";

    private static string RowOf(SupportMessage message) => $"SupportMessage:{message.Id}";

    private byte[] Seal<T>(string row, T value)
    {
        var key = current ?? throw new InvalidOperationException("There is no key to encrypt with.");
        var plain = JsonSerializer.SerializeToUtf8Bytes(value, DirectoryJson.Options);
        var box = new byte[HeadBytes + plain.Length + TagBytes];
        box[0] = Version;
        key.Name.CopyTo(box.AsSpan(1));
        var nonce = box.AsSpan(1 + SealingKey.NameBytes, NonceBytes);
        random.GetBytes(nonce);
        using var cipher = key.CreateCipher();
        cipher.Encrypt(nonce, plain, box.AsSpan(HeadBytes, plain.Length), box.AsSpan(HeadBytes + plain.Length), Encoding.UTF8.GetBytes(row));
        CryptographicOperations.ZeroMemory(plain);
        return box;
    }

    private T Open<T>(string row, byte[] box)
    {
        if (box.Length < HeadBytes + TagBytes || box[0] != Version)
        {
            throw new CryptographicException($"{row} is not encrypted as this program does it.");
        }

        var name = box.AsSpan(1, SealingKey.NameBytes).ToArray();
        var key = Array.Find(keys, known => known.Name.AsSpan().SequenceEqual(name))
            ?? throw new CryptographicException($"{row} was encrypted with a key that is not in the configuration; add it to Requests:OldKeys.");
        var plain = new byte[box.Length - HeadBytes - TagBytes];
        using var cipher = key.CreateCipher();
        cipher.Decrypt(
            box.AsSpan(1 + SealingKey.NameBytes, NonceBytes), box.AsSpan(HeadBytes, plain.Length), box.AsSpan(HeadBytes + plain.Length), plain, Encoding.UTF8.GetBytes(row));
        return JsonSerializer.Deserialize<T>(plain, DirectoryJson.Options)!;
    }
}
