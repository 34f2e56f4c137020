using CenterDirectory.Api.Schema;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Access;

/// <summary>Checks what is wanted of a key, and looks up what it names. All that is wrong is said at once.</summary>
internal sealed class KeyWishReader(DirectoryDb db, IOptions<AccessOptions> options, TimeProvider clock)
{
    private const int LongestLabel = 200;
    private const int MostCenters = 100;

    /// <summary>The key as it will be, or what stands against it.</summary>
    /// <param name="wish">What is wanted.</param>
    /// <param name="bySlug">Whether slugs name entries as well as global ids.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(KeyDraft? Draft, IReadOnlyList<Error> Errors)> ReadAsync(KeyWish wish, bool bySlug, CancellationToken cancellationToken)
    {
        var errors = new List<Error>();
        var label = wish.Label.Trim();
        CheckLabel(label, errors);
        CheckReach(wish, errors);
        var expiresAt = ExpiryOf(wish, errors);
        var centers = new List<long>();
        foreach (var (index, name) in (wish.Centers ?? []).Take(MostCenters).Index())
        {
            if (await FindAsync(db.Centers, name, bySlug, cancellationToken) is { } id)
            {
                centers.Add(id);
            }
            else
            {
                errors.Add(ValidationError.Unknown($"Центра «{name}» в справочнике нет.", $"There is no center '{name}' in the directory.", "input", "centerIds", $"{index}"));
            }
        }

        var network = await NetworkAsync(wish.Network, bySlug, errors, cancellationToken);
        var territory = await TerritoryAsync(wish.Territory, errors, cancellationToken);
        return errors.Count > 0 ? (null, errors) : (new KeyDraft(label, wish.Role, [.. centers.Distinct()], network, territory, expiresAt), []);
    }

    private static void CheckLabel(string label, List<Error> errors)
    {
        if (label.Length == 0)
        {
            errors.Add(ValidationError.Missing("Назовите ключ, чтобы потом его узнать.", "Give the key a label, so that you know it later.", "input", "label"));
        }
        else if (label.Length > LongestLabel || label.Any(char.IsControl))
        {
            errors.Add(ValidationError.Wrong(
                $"Название ключа – одна строка не длиннее {LongestLabel} знаков.", $"The label of a key is one line of at most {LongestLabel} characters.", "input", "label"));
        }
    }

    /// <summary>What a key covers goes with its role, or somebody who reads the list of keys would take it for more than it is.</summary>
    private static void CheckReach(KeyWish wish, List<Error> errors)
    {
        var centers = wish.Centers?.Count ?? 0;
        if (centers > MostCenters)
        {
            errors.Add(ValidationError.Wrong($"У ключа не больше {MostCenters} центров.", $"A key has at most {MostCenters} centers.", "input", "centerIds"));
        }

        if (wish.Role == AccessRole.Editor && centers == 0)
        {
            errors.Add(ValidationError.Missing("Редактору нужен хотя бы один центр.", "An editor needs at least one center.", "input", "centerIds"));
        }

        if (wish.Role == AccessRole.Operator && centers > 0)
        {
            errors.Add(ValidationError.Wrong("Оператору доступно всё: центры не называют.", "An operator has everything: no centers are named.", "input", "centerIds"));
        }

        if (wish.Role == AccessRole.Coordinator && wish.Network is null == wish.Territory is null)
        {
            errors.Add(ValidationError.Missing(
                "Координатору нужна либо сеть, либо территория, но не обе сразу.", "A coordinator needs either a network or a territory, and not both.", "input"));
        }

        if (wish.Role != AccessRole.Coordinator && (wish.Network ?? wish.Territory) is not null)
        {
            errors.Add(ValidationError.Wrong(
                "Сеть и территорию называют только координатору.", "A network or territory is for coordinators only.", "input", wish.Network is null ? "territory" : "networkId"));
        }
    }

    private DateTime ExpiryOf(KeyWish wish, List<Error> errors)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var expiresAt = wish.ExpiresAt ?? now.AddDays(options.Value.ExpiryDays);
        if (expiresAt <= now || expiresAt > now.AddDays(options.Value.MaximumDays))
        {
            errors.Add(ValidationError.Wrong(
                $"Срок ключа – в будущем и не дальше {options.Value.MaximumDays} дней.", $"A key ends in the future and within {options.Value.MaximumDays} days.", "input", "expiresAt"));
        }

        return expiresAt;
    }

    private async Task<long?> NetworkAsync(string? name, bool bySlug, List<Error> errors, CancellationToken cancellationToken)
    {
        var found = name is null ? null : await FindAsync(db.Networks, name, bySlug, cancellationToken);
        if (name is not null && found is null)
        {
            errors.Add(ValidationError.Unknown($"Сети «{name}» в справочнике нет.", $"There is no network '{name}' in the directory.", "input", "networkId"));
        }

        return found;
    }

    private async Task<long?> TerritoryAsync(string? key, List<Error> errors, CancellationToken cancellationToken)
    {
        // No territory has a key with control characters, and PostgreSQL takes some of them for a broken request.
        var found = key is null || key.Any(char.IsControl) ? null : await Query.GetTerritory(db, key).Select(territory => (long?)territory.Id).FirstOrDefaultAsync(cancellationToken);
        if (key is not null && found is null)
        {
            errors.Add(ValidationError.Unknown($"Территории «{key}» в справочнике нет.", $"There is no territory '{key}' in the directory.", "input", "territory"));
        }

        return found;
    }

    private async Task<long?> FindAsync<T>(IQueryable<T> entries, string name, bool bySlug, CancellationToken cancellationToken)
        where T : DirectoryEntry
    {
        var isId = !bySlug || (GlobalId.TryDecode(name, out var type, out _) && type == typeof(T).Name);
        var found = EntryLookup.Find(db, entries, isId ? name : null, isId ? null : name);
        return await found.Select(entry => (long?)entry.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
