using System.Security.Cryptography;
using CenterDirectory.Api.Hosting;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Manage.SignIn;

/// <summary>
/// What signs cookies and forms. It is no part of the database: whoever reads a backup knows the hashes of secrets, and must not be able to make
/// cookies of them.
/// </summary>
internal sealed class SigningKey(IOptions<ManageOptions> options)
{
    private readonly Lazy<byte[]> key = new(() => options.Value.SigningKey is { Length: > 0 } stated
        ? Convert.FromBase64String(stated)
        : OfFile(HostPaths.FromConfiguration(options.Value.KeyFile)));

    /// <summary>The signature of parts; what it is for keeps signatures of different things apart.</summary>
    public byte[] Sign(string purpose, params ReadOnlySpan<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Value);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"CenterDirectory/manage/{purpose}\n"));
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>The key of the file. Several processes may begin at once: the first makes it, the others read it.</summary>
    private static byte[] OfFile(string path)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            Make(path);
        }

        var key = File.ReadAllBytes(path);
        return key.Length == ManageOptions.KeyBytes ? key : throw new InvalidOperationException(
            $"The file '{path}' holds no key of {ManageOptions.KeyBytes} bytes. Delete it (everybody will have to sign in again), or name another with Manage:KeyFile.");
    }

    private static void Make(string path)
    {
        // Under another name until it is whole, and never over one that somebody else has made meanwhile.
        var draft = $"{path}.{Environment.ProcessId}";
        var creation = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            creation.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(draft, creation))
        {
            file.Write(RandomNumberGenerator.GetBytes(ManageOptions.KeyBytes));
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
