using System.Security.Cryptography;
using CenterDirectory.Api.Hosting;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Manage.SignIn;

/// <summary>
/// What signs cookies and forms. It is no part of the database: whoever reads a backup knows the hashes of secrets, and must not be able to make
/// cookies of them.
/// </summary>
internal sealed partial class SigningKey
{
    private readonly Lazy<byte[]> key;

    public SigningKey(IOptions<ManageOptions> options, ILogger<SigningKey> log) => key = new(() => options.Value.SigningKey is { Length: > 0 } stated
        ? Convert.FromBase64String(stated)
        : KeptOrPassing(HostPaths.FromConfiguration(options.Value.KeyFile), log));

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

    /// <summary>The key of the file; where none can be kept, one that ends with the process: people can sign in all the same.</summary>
    private static byte[] KeptOrPassing(string path, ILogger log)
    {
        try
        {
            return OfFile(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            LogPassing(log, problem, path);
            return RandomNumberGenerator.GetBytes(ManageOptions.KeyBytes);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The key that signs cookies of /manage cannot be kept in '{Path}': everybody has to sign in again when this process ends, and other processes do not know them. Set Manage:SigningKey (openssl rand -base64 32), or name a file that can be written with Manage:KeyFile.")]
    private static partial void LogPassing(ILogger log, Exception problem, string path);

    /// <summary>The key of the file. Several processes may begin at once: the first makes it, the others read it.</summary>
    private static byte[] OfFile(string path)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            Make(path);
        }

        var key = File.ReadAllBytes(path);
        return key.Length == ManageOptions.KeyBytes ? key : throw new InvalidDataException(
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
