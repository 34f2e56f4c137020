using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Manifests;

/// <summary>
/// Loads the manifests of several folders, subfolders included. For one key the last folder wins, so an operator overrides a shipped source
/// in a folder of their own; a broken override hides the key instead of quietly falling back to what was overridden.
/// </summary>
public static class ManifestLoader
{
    /// <summary>All manifests without problems, by key, and the problems of the others.</summary>
    public static ManifestSet Load(IEnumerable<string> folders)
    {
        var byKey = new SortedDictionary<string, ManifestReading>(StringComparer.Ordinal);
        var problems = new List<ManifestProblem>();
        foreach (var folder in folders)
        {
            foreach (var (key, reading) in LoadFolder(folder, problems))
            {
                byKey[key] = reading;
            }
        }

        return new ManifestSet([.. byKey.Values.Select(reading => reading.Manifest).OfType<FeedManifest>()], problems);
    }

    /// <summary>Loads one manifest by path.</summary>
    public static ManifestSet LoadFile(string file)
    {
        var problems = new List<ManifestProblem>();
        var reading = ReadFile(Path.GetFullPath(file), problems);
        return new ManifestSet(reading?.Manifest is { } manifest ? [manifest] : [], problems);
    }

    private static Dictionary<string, ManifestReading> LoadFolder(string folder, List<ManifestProblem> problems)
    {
        var readings = new Dictionary<string, ManifestReading>(StringComparer.Ordinal);
        var fileByKey = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in ManifestFiles(folder, problems))
        {
            if (ReadFile(file, problems) is not { Key: { } key } reading)
            {
                continue;
            }

            if (fileByKey.TryAdd(key, file))
            {
                readings[key] = reading;
            }
            else
            {
                problems.Add(new ManifestProblem(file, 1, new LocalizedText(
                    $"Ключ «{key}» уже есть в {NameOf(fileByKey[key])}; в одной папке ключи различны.",
                    $"The key '{key}' is already in {NameOf(fileByKey[key])}; keys differ within one folder.")));
            }
        }

        return readings;

        string NameOf(string file) => Path.GetRelativePath(folder, file);
    }

    private static IEnumerable<string> ManifestFiles(string folder, List<ManifestProblem> problems)
    {
        if (!System.IO.Directory.Exists(folder))
        {
            problems.Add(new ManifestProblem(folder, 1, new LocalizedText(
                "Такой папки нет; поправьте Feeds:Paths.", "There is no such folder; mend Feeds:Paths.")));
            return [];
        }

        return System.IO.Directory.EnumerateFiles(Path.GetFullPath(folder), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml")
            .Order(StringComparer.Ordinal);
    }

    private static ManifestReading? ReadFile(string file, List<ManifestProblem> problems)
    {
        try
        {
            var reading = ManifestReader.Read(file, File.ReadAllBytes(file));
            problems.AddRange(reading.Problems);
            return reading;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ManifestProblem(file, 1, new LocalizedText(
                $"Манифест не удалось прочитать: {error.Message}", $"The manifest could not be read: {error.Message}")));
            return null;
        }
    }
}

/// <summary>The manifests that may be used, by key, and what is wrong with the others.</summary>
public sealed record ManifestSet(IReadOnlyList<FeedManifest> Manifests, IReadOnlyList<ManifestProblem> Problems);
