using CenterDirectory.Importers.Fetching;

namespace CenterDirectory.Importers.Running;

/// <summary>What everybody may read of a run: of the operator's files only their names, for where he keeps them is nobody's business.</summary>
internal static class PublicText
{
    /// <summary>A text of the run without folders.</summary>
    public static string? Of(RunEnd end, string? text)
    {
        if (text is null)
        {
            return null;
        }

        foreach (var file in FilesOf(end).Distinct().OrderByDescending(file => file.Length))
        {
            text = text.Replace(file, Path.GetFileName(file), StringComparison.Ordinal);
        }

        return FoldersOf(end).Aggregate(text, (shorter, folder) => shorter.Replace(folder, "", StringComparison.Ordinal));
    }

    private static IEnumerable<string> FilesOf(RunEnd end) => end.Run.Manifest.Tables
        .Select(table => table.Source.File).OfType<string>().Select(file => FeedFetcher.PathOf(end.Run.Manifest, file))
        .Concat(end.Release.Parts.Select(part => part.Name))
        .Append(end.Run.Options.FromFile ?? "").Append(end.Release.FromFile ?? "")
        .Where(Path.IsPathRooted).Select(Path.TrimEndingDirectorySeparator);

    /// <summary>In a folder that stands for several files the names say enough; the manifest's own is meant by its name.</summary>
    private static IEnumerable<string> FoldersOf(RunEnd end) => new[] { Path.GetDirectoryName(end.Run.Manifest.File) }
        .Where(folder => folder is { Length: > 1 }).Select(folder => folder + Path.DirectorySeparatorChar);
}
