using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace CenterDirectory.Data;

/// <summary>
/// Has the program begin again with other settings of the runtime, which it reads before any code of ours runs. The process stays the same:
/// its id, its files and whoever waits for it (execve(2)).
/// </summary>
internal static class ProcessRestart
{
    private const byte End = 0;

    /// <summary>Begins again with a variable of the environment, unless that has a value already. Returns where it has, or where it cannot be done.</summary>
    /// <param name="variable">Its name.</param>
    /// <param name="value">What it shall be.</param>
    public static void With(string variable, string value)
    {
        // A debugger would lose hold of it.
        if (!OperatingSystem.IsLinux() || Debugger.IsAttached || Environment.GetEnvironmentVariable(variable) is not null)
        {
            return;
        }

        try
        {
            // As they were given, byte for byte: not every argument is text.
            Execute(
                Encoding.UTF8.GetBytes(Environment.ProcessPath + "\0"), File.ReadAllBytes("/proc/self/cmdline"),
                [.. File.ReadAllBytes("/proc/self/environ"), .. Encoding.UTF8.GetBytes($"{variable}={value}\0")]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Somebody hides /proc: slower, and nothing else.
        }
    }

    private static unsafe void Execute(byte[] path, byte[] arguments, byte[] environment)
    {
        if (!NativeLibrary.TryLoad("libc.so.6", out var library) || !NativeLibrary.TryGetExport(library, "execve", out var address))
        {
            return;
        }

        fixed (byte* file = path, first = arguments, variable = environment)
        {
            fixed (nint* list = PointersTo(arguments, (nint)first), variables = PointersTo(environment, (nint)variable))
            {
                ((delegate* unmanaged<byte*, nint*, nint*, int>)address)(file, list, variables);
            }
        }
    }

    /// <summary>Where each of the texts begins, and a null behind the last.</summary>
    private static nint[] PointersTo(ReadOnlySpan<byte> texts, nint begin)
    {
        var pointers = new List<nint>();
        for (var at = 0; at < texts.Length; at += texts[at..].IndexOf(End) + 1)
        {
            pointers.Add(begin + at);
        }

        return [.. pointers, 0];
    }
}
