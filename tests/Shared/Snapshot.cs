using System.Runtime.CompilerServices;
using System.Text;

namespace CenterDirectory.Testing;

/// <summary>
/// Compares a text with the snapshot of the calling test: <c>__snapshots__/Class.Test.snap</c> beside the test file.
/// A missing or different snapshot fails and leaves the actual text in <c>__snapshots__/__mismatch__</c>;
/// <c>UPDATE_SNAPSHOTS=1</c> writes it instead.
/// </summary>
internal static class Snapshot
{
    /// <param name="actual">The text to compare; line ends are normalized to LF.</param>
    /// <param name="name">A suffix where one test takes several snapshots; its extension, if any, replaces <c>.snap</c>.</param>
    /// <param name="test">Filled in by the compiler.</param>
    /// <param name="file">Filled in by the compiler.</param>
    public static void MatchSnapshot(
        this string actual, string? name = null, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(file)!, "__snapshots__");
        var stem = $"{Path.GetFileNameWithoutExtension(file)}.{test}";
        var fileName = name is null ? $"{stem}.snap" : Path.HasExtension(name) ? $"{stem}.{name}" : $"{stem}.{name}.snap";
        MatchFile(actual, Path.Combine(folder, fileName));
    }

    /// <summary>Compares a text with a file that is kept as a snapshot.</summary>
    public static void MatchFile(string actual, string path)
    {
        var text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Write(path, text);
            return;
        }

        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
        if (expected == text)
        {
            return;
        }

        Write(Path.Combine(Path.GetDirectoryName(path)!, "__mismatch__", Path.GetFileName(path)), text);
        Assert.Fail(expected is null
            ? $"There is no snapshot {path}. Look at the one in __mismatch__ and run again with UPDATE_SNAPSHOTS=1."
            : Difference(path, expected, text));
    }

    private static string Difference(string path, string expected, string actual)
    {
        var before = expected.Split('\n');
        var after = actual.Split('\n');
        var line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"""
            The text differs from {path} at line {line + 1}:
            expected: {before.ElementAtOrDefault(line) ?? "(end)"}
            actual:   {after.ElementAtOrDefault(line) ?? "(end)"}
            UPDATE_SNAPSHOTS=1 accepts the new text.
            """;
    }

    private static void Write(string path, string text)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
