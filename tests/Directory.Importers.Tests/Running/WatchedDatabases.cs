using System.Data;
using CenterDirectory.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace CenterDirectory.Importers.Tests.Running;

/// <summary>Calls back at every row that is written, before it is.</summary>
internal sealed class WatchedDatabases(IDbContextFactory<DirectoryDb> inner, Action written) : IDbContextFactory<DirectoryDb>
{
    public DirectoryDb CreateDbContext()
    {
        var db = inner.CreateDbContext();
        db.Database.GetDbConnection().StateChange += (sender, change) =>
        {
            if (change.CurrentState == ConnectionState.Open)
            {
                raw.sqlite3_update_hook(((SqliteConnection)sender).Handle!, (object _, int _, string _, string _, long _) => written(), null);
            }
        };
        return db;
    }
}
