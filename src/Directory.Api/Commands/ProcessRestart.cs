using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace CenterDirectory.Api.Commands;

/// <summary>
/// Has the program begin again with other settings of the runtime, which it reads before any code of ours runs. The process stays the same:
/// its id, its files and whoever waits for it (execve(2)).
/// </summary>
internal static class ProcessRestart
{
    private const byte End = 0;

    /// <summary>Returns only if it could not be done.</summary>
    private delegate int Execute(nint path, nint[] arguments, nint[] environment);

    /// <summary>Begins again with a variable of the environment, unless that has a value already. Returns where it has, or where it cannot be done.</summary>
    /// <param name="variable">Its name.</param>
    /// <param name="value">What it shall be.</param>
    public static void With(string variable, string value)
    {
        // A debugger would lose hold of it.
        if (!OperatingSystem.IsLinux() || Debugger.IsAttached || Environment.GetEnvironmentVariable(variable) is not null
            || !NativeLibrary.TryLoad("libc.so.6", out var library) || !NativeLibrary.TryGetExport(library, "execve", out var function))
        {
            return;
        }

        try
        {
            var path = Pinned(Encoding.UTF8.GetBytes(Environment.ProcessPath + "\0"));
            // As they were given, byte for byte: not every argument is text.
            var arguments = Pinned(File.ReadAllBytes("/proc/self/cmdline"));
            var environment = Pinned([.. File.ReadAllBytes("/proc/self/environ"), .. Encoding.UTF8.GetBytes($"{variable}={value}\0")]);
            Marshal.GetDelegateForFunctionPointer<Execute>(function)(AddressOf(path, 0), PointersTo(arguments), PointersTo(environment));
            GC.KeepAlive((path, arguments, environment));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Somebody hides /proc: slower, and nothing else.
        }
    }

    /// <summary>Bytes that stay where they are.</summary>
    private static byte[] Pinned(ReadOnlySpan<byte> bytes)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(pinned);
        return pinned;
    }

    /// <summary>Where each of the texts begins, and a null behind the last.</summary>
    private static nint[] PointersTo(byte[] texts)
    {
        var pointers = new List<nint>();
        for (var at = 0; at < texts.Length; at = Array.IndexOf(texts, End, at) + 1)
        {
            pointers.Add(AddressOf(texts, at));
        }

        return [.. pointers, 0];
    }

    private static nint AddressOf(byte[] bytes, int at) => Marshal.UnsafeAddrOfPinnedArrayElement(bytes, at);
}
