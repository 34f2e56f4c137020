using System.Text;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>Writes dumps: the next one into the store, or one into a folder that somebody names.</summary>
internal sealed partial class DumpPublisher(
    IDbContextFactory<DirectoryDb> databases, DumpStore store, PackageBuilder packages, DumpTables tables, IOptions<DumpOptions> options,
    TimeProvider clock, ILogger<DumpPublisher> log)
{
    /// <summary>Writes the dump of the newest revision if there is none and the pause is over.</summary>
    /// <returns>The revision that was dumped; null if nothing was to be done.</returns>
    public async Task<int?> PublishAsync(string? homepage, CancellationToken cancellationToken)
    {
        if (!store.IsOn)
        {
            return null;
        }

        await using var writing = store.TryLock();
        return writing is null ? null : await PublishLockedAsync(homepage, cancellationToken);
    }

    /// <summary>Writes a dump of the newest revision into a folder that does not exist yet or is empty.</summary>
    public async Task<DumpPackage> ExportAsync(string folder, IReadOnlyList<DumpTable> chosen, CancellationToken cancellationToken)
    {
        await using var snapshot = await DumpSnapshot.OpenAsync(databases, cancellationToken);
        var unfinished = $"{Path.TrimEndingDirectorySeparator(folder)}.unfinished-{Guid.NewGuid():N}";
        System.IO.Directory.CreateDirectory(unfinished);
        try
        {
            var package = await WriteAsync(snapshot, unfinished, chosen, homepage: null, cancellationToken);
            if (System.IO.Directory.Exists(folder))
            {
                System.IO.Directory.Delete(folder);
            }

            System.IO.Directory.Move(unfinished, folder);
            return package;
        }
        catch
        {
            System.IO.Directory.Delete(unfinished, recursive: true);
            throw;
        }
    }

    private async Task<int?> PublishLockedAsync(string? homepage, CancellationToken cancellationToken)
    {
        await using var snapshot = await DumpSnapshot.OpenAsync(databases, cancellationToken);
        store.Sweep(snapshot.Revision);
        var last = store.Newest;
        var now = clock.GetUtcNow().UtcDateTime;
        var isOtherHistory = last?.Revision == snapshot.Revision && last.Package.CommittedAt != snapshot.CommittedAt;
        if (snapshot.Revision == 0 || (last?.Revision == snapshot.Revision && !isOtherHistory)
            || (last is not null && !isOtherHistory && now - last.Package.Created < options.Value.Pause))
        {
            return null;
        }

        var folder = store.Begin();
        try
        {
            await WriteAsync(snapshot, folder, tables.All, homepage, cancellationToken);
        }
        catch
        {
            System.IO.Directory.Delete(folder, recursive: true);
            throw;
        }

        store.Show(folder, snapshot.Revision);
        store.Sweep(snapshot.Revision, await ErasureAsync(snapshot, cancellationToken));
        LogPublished(log, snapshot.Revision);
        return snapshot.Revision;
    }

    /// <summary>The newest revision in which a person was erased: dumps before it still show them.</summary>
    private static async Task<int> ErasureAsync(DumpSnapshot snapshot, CancellationToken cancellationToken) =>
        // A person leaves no tombstone, for its slug would be the name.
        await snapshot.Db.Changes.Where(change => change.Type == EntryType.Person && change.Kind == ChangeKind.Removed)
            .MaxAsync(change => (int?)change.RevisionNumber, cancellationToken) ?? 0;

    private async Task<DumpPackage> WriteAsync(
        DumpSnapshot snapshot, string folder, IReadOnlyList<DumpTable> chosen, string? homepage, CancellationToken cancellationToken)
    {
        var written = await new DumpWriter(snapshot, tables, folder).WriteAsync(chosen, cancellationToken);
        var package = await packages.BuildAsync(snapshot, written, clock.GetUtcNow().UtcDateTime, homepage, cancellationToken);
        var files = written.SelectMany(table => new[] { table.Lines, table.Cells }).OfType<DumpFileFacts>().ToList();
        var hashes = files.SelectMany(file => new[] { $"{file.Sha256}  {file.Name}\n", $"{file.PackedSha256}  {file.Name}{DumpNames.Packed}\n" });
        await File.WriteAllTextAsync(Path.Combine(folder, DumpNames.Hashes), string.Concat(hashes), new UTF8Encoding(false), cancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(folder, DumpNames.Package), package.Write(), cancellationToken);
        return package;
    }

    [LoggerMessage(LogLevel.Information, "The dump of revision {Revision} is written.")]
    private static partial void LogPublished(ILogger log, int revision);
}
