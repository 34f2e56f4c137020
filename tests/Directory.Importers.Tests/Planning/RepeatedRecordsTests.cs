using System.Security.Cryptography;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Planning;

/// <summary>Two records under one id, of which the directory knows one already.</summary>
public sealed class RepeatedRecordsTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Which_of_two_is_kept_depends_on_neither_their_order_nor_on_which_one_is_known(bool knownIsStronger, bool inMemory)
    {
        // The one with the smaller hash is kept.
        var records = Enumerable.Range(1, 20).Select(number => Invented.Organization("1", $"Организация {number}")).OrderBy(HashOf, StringComparer.Ordinal).ToList();
        var (strong, weak) = (records[0], records[^1]);
        var known = knownIsStronger ? strong : weak;
        var other = knownIsStronger ? weak : strong;
        var results = new List<(ImportRunStatus, int, int, int, int, string, string)>();
        foreach (var order in new[] { new[] { known, other }, [other, known] })
        {
            await using var directory = await ScratchDirectory.CreateAsync();
            directory.Pipeline.RecordsInMemory = inMemory ? directory.Pipeline.RecordsInMemory : 0;
            await directory.ImportAsync("registry", known, Invented.Organization("2", "Вторая"));

            var outcome = await directory.ImportAsync("registry", [Invented.Organization("2", "Вторая"), .. order]);

            var name = await directory.AskAsync(db => db.Organizations.Where(found => found.Name != "Вторая").Select(found => found.Name).SingleAsync());
            results.Add((
                outcome.Status, outcome.Added, outcome.Changed, outcome.Unchanged, outcome.Missing, name, string.Join(' ', outcome.Issues.Select(issue => issue.Code))));
        }

        Assert.Equal(results[0], results[1]);
        Assert.Equal("duplicate-id", results[0].Item7);
        Assert.Equal(knownIsStronger ? (ImportRunStatus.Unchanged, 0, 0, 2) : (ImportRunStatus.Applied, 0, 1, 1), (results[0].Item1, results[0].Item2, results[0].Item3, results[0].Item4));
        Assert.Contains($"\"{results[0].Item6}\"", System.Text.Encoding.UTF8.GetString(strong.Payload.Span), StringComparison.Ordinal);
    }

    private static string HashOf(ImportRecord record) => Convert.ToHexString(SHA256.HashData(record.Payload.Span));
}
