using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying.Tables;

/// <summary>Who has which slug. Where each question goes over a wire it is asked once for many entries, and what came of it is kept in step with what is written.</summary>
internal sealed class KnownSlugs(ImportSession session, EntityTable table)
{
    /// <summary>Of so many times as many entries as will come it pays to look at all slugs beforehand.</summary>
    private const int MostTaken = 2;

    private readonly Dictionary<string, long?> known = new(StringComparer.Ordinal);
    private SlugFilter? filter;
    private SlugOwners? owners;
    private readonly Lazy<RowStatement> find = new(() => session.Prepare($"""SELECT "Id" FROM "{table.Name}" WHERE "Slug" = @slug""", "@slug"));

    /// <summary>Says that many entries will come: if there are not many more by now, most of their slugs will be free.</summary>
    /// <returns>Whether the database will not be asked for any, until <see cref="EndMany"/>.</returns>
    public async Task<bool> ExpectManyAsync(long count, CancellationToken cancellationToken)
    {
        if (session.Dialect.IsRemote || table.Entry is null)
        {
            return false;
        }

        if (await session.CountAsync($"""SELECT EXISTS (SELECT 1 FROM "{table.Name}")""", cancellationToken) == 0)
        {
            owners = new SlugOwners(count);
            return true;
        }

        FilterTaken(count);
        return false;
    }

    /// <summary>Many have come, and the database can be asked again.</summary>
    public void EndMany() => owners = null;

    /// <summary>Forgets what was asked for up to now.</summary>
    public void Clear() => known.Clear();

    /// <summary>Says which slugs are asked for next.</summary>
    public async Task ExpectAsync(IReadOnlyCollection<string> slugs, CancellationToken cancellationToken)
    {
        if (!session.Dialect.IsRemote || slugs.Count == 0)
        {
            return;
        }

        foreach (var slug in slugs)
        {
            known[slug] = null;
        }

        await session.ReadAsync(
            $"""SELECT "Slug", "Id" FROM "{table.Name}" WHERE "Slug" IN {session.Dialect.Texts("@slugs")}""",
            reader => known[reader.GetString(0)] = reader.GetInt64(1), cancellationToken, ("@slugs", JsonSerializer.Serialize(slugs, DirectoryJson.Options)));
    }

    /// <summary>The entry that has a slug; null if none has.</summary>
    public long? IdOf(string slug)
    {
        if (owners is not null)
        {
            return owners.IdOf(slug);
        }

        if (filter is not null && !filter.MayHave(slug))
        {
            return null;
        }

        if (!known.TryGetValue(slug, out var id))
        {
            id = (long?)find.Value.Scalar(slug);
            if (session.Dialect.IsRemote)
            {
                known.Add(slug, id);
            }
        }

        return id;
    }

    /// <summary>A new entry has a slug.</summary>
    public void Added(string slug, long id)
    {
        filter?.Add(slug);
        owners?.Add(slug, id);
        if (session.Dialect.IsRemote)
        {
            known[slug] = id;
        }
    }

    /// <summary>An entry has another slug than before.</summary>
    public void Changed(string slug, long id)
    {
        Gone(id);
        Added(slug, id);
    }

    /// <summary>An entry has none any more.</summary>
    public void Gone(long id)
    {
        // What it had is not known here: the database is, if slower.
        owners = null;
        foreach (var slug in known.Where(pair => pair.Value == id).Select(pair => pair.Key).ToList())
        {
            known[slug] = null;
        }
    }

    private void FilterTaken(long count)
    {
        var most = count * MostTaken;
        var taken = new SlugFilter(most + count);
        using var rows = session.Bulk.Rows($"""SELECT "Slug" FROM "{table.Name}" LIMIT {most + 1}""");
        rows.Start();
        for (var read = 0L; rows.Read(); read++)
        {
            if (read == most)
            {
                return;
            }

            taken.Add(rows.Text(0));
        }

        filter = taken;
    }
}
