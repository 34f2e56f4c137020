using System.CommandLine;
using System.Globalization;
using CenterDirectory.Data;
using CenterDirectory.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Commands;

/// <summary><c>keys list</c> and <c>keys audit</c>: which keys there are, and what was done with them.</summary>
internal static class KeyLists
{
    public static Command List(string[] settings)
    {
        var command = new Command("list", Words.Pick("Все ключи, действующие сверху.", "All keys, those in force first."));
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = await CommandHost.BuildMigratedAsync(settings, cancellationToken);
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(cancellationToken);
            var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            var keys = await db.AccessKeys.AsNoTracking().Include(key => key.Centers)
                .OrderBy(key => key.RevokedAt != null || key.ExpiresAt <= now).ThenBy(key => key.Id).ToListAsync(cancellationToken);
            foreach (var key in keys)
            {
                Console.WriteLine($"{key.Id}  {key.Role.ToString().ToLowerInvariant()}  «{key.Label}»{await ReachAsync(db, key, cancellationToken)}  {StateOf(key, now)}");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    public static Command Audit(string[] settings)
    {
        var of = new Option<long?>("--key") { Description = Words.Pick("Только этим ключом.", "Only with this key.") };
        var limit = new Option<int>("--limit") { Description = Words.Pick("Сколько показать.", "How many to show."), DefaultValueFactory = _ => 50 };
        var command = new Command("audit", Words.Pick("Кто что сделал, новое сверху.", "Who did what, the newest first.")) { of, limit };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await CommandHost.BuildMigratedAsync(settings, cancellationToken);
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(cancellationToken);
            var key = parsed.GetValue(of);
            var entries = db.AuditEntries.AsNoTracking().Where(entry => key == null || entry.KeyId == key).OrderByDescending(entry => entry.Id).Take(parsed.GetValue(limit));
            await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                var who = entry.KeyId is { } id ? Words.Pick($"ключ {id}", $"key {id}") : Words.Pick("консоль", "console");
                var revision = entry.RevisionNumber is { } number ? Words.Pick($", ревизия {number}", $", revision {number}") : "";
                Console.WriteLine($"{entry.At.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}  {who}  {entry.Act}  {entry.ObjectType}:{entry.ObjectId}{revision}");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<string> ReachAsync(DirectoryDb db, AccessKey key, CancellationToken cancellationToken)
    {
        var own = key.Centers.Select(link => link.CenterId).ToArray();
        var names = await db.Centers.Where(center => Enumerable.Contains(own, center.Id)).OrderBy(center => center.Id).Select(center => center.Slug).ToListAsync(cancellationToken);
        names.AddRange(await db.Networks.Where(network => network.Id == key.NetworkId).Select(network => network.Slug).ToListAsync(cancellationToken));
        names.AddRange(await db.Territories.Where(territory => territory.Id == key.TerritoryId).Select(territory => territory.Slug).ToListAsync(cancellationToken));
        // What a source has dropped may come back with its id; until then nobody can name it.
        var missing = own.Length + (key.NetworkId is null ? 0 : 1) + (key.TerritoryId is null ? 0 : 1) - names.Count;
        return (names.Count == 0 ? "" : $"  {string.Join(", ", names)}") + (missing == 0 ? "" : Words.Pick($"  (нет в справочнике: {missing})", $"  (not in the directory: {missing})"));
    }

    private static string StateOf(AccessKey key, DateTime now)
    {
        var state = key.RevokedAt is not null ? Words.Pick("отозван", "revoked")
            : key.ExpiresAt <= now ? Words.Pick("истёк", "expired")
            : Words.Pick($"до {Day(key.ExpiresAt)}", $"until {Day(key.ExpiresAt)}");
        return state + (key.LastUsedOn is { } day
            ? Words.Pick($", последний раз {Day(day)}", $", last used {Day(day)}")
            : Words.Pick(", не использовался", ", never used"));
    }

    private static string Day(IFormattable day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
