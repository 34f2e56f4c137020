using System.Security.Cryptography;
using System.Text;
using CenterDirectory.Data;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Importers.Applying;
using CenterDirectory.Importers.Manifests;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Running;

/// <summary>Keeps the Source rows as the manifests describe them.</summary>
internal static class SourceRegistry
{
    /// <summary>Brings the row of a manifest up to date, making it if need be; writes only what differs.</summary>
    public static async Task<Source> UpsertAsync(DirectoryDb db, FeedManifest manifest, TerritoryIndex territories, CancellationToken cancellationToken)
    {
        var source = await db.Sources.FirstOrDefaultAsync(source => source.Key == manifest.Key, cancellationToken);
        if (source is null)
        {
            source = new Source { Key = manifest.Key };
            db.Add(source);
        }

        source.Title = manifest.Title;
        source.Publisher = manifest.Publisher?.Name;
        source.Licence = manifest.Publisher?.Licence;
        source.Url = manifest.Publisher?.Url ?? manifest.Tables.Select(table => table.Source.Url).FirstOrDefault(url => url is not null);
        source.Format = manifest.Tables[0].Source.Format;
        source.Schedule = manifest.Schedule is { } schedule ? $"{schedule.Cron} ({schedule.Zone})" : null;
        source.Priority = manifest.Priority;
        source.Enabled = manifest.Enabled;
        source.TerritoryId = manifest.Territory is { } territory ? territories.Find(territory) : null;
        await db.SaveChangesAsync(cancellationToken);
        return source;
    }

    /// <summary>
    /// What an import of the manifest's own files would read: the manifest and the contents of its files. Null if a file is missing
    /// or the source is not made of files.
    /// </summary>
    public static async Task<byte[]?> InputHashAsync(FeedManifest manifest, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(manifest.Hash));
        foreach (var table in manifest.Tables)
        {
            if (table.Source.File is not { } name || FullPath(manifest, name) is var file && !File.Exists(file))
            {
                return null;
            }

            await using var stream = File.OpenRead(file);
            hash.AppendData(await SHA256.HashDataAsync(stream, cancellationToken));
        }

        return hash.GetHashAndReset();
    }

    private static string FullPath(FeedManifest manifest, string file) => Path.Combine(Path.GetDirectoryName(manifest.File)!, file);
}
