using System.Text.Json;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Editing;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Editing;

/// <summary>People write while an import does.</summary>
public sealed class ManyEditorsTests
{
    private const int Editors = 20;

    [Fact]
    public async Task Every_edit_beside_a_large_import_is_made_or_refused_and_none_is_lost()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var records = Enumerable.Range(1, 4_000).Select(number => Invented.Organization($"{number}", $"АНО «Организация номер {number}»")).ToList();

        var import = Task.Run(() => directory.ImportAsync("registry", records));
        var made = await Task.WhenAll(Enumerable.Range(1, Editors).Select(editor => Task.Run(() => WriteAsync(directory, editor))));
        Assert.Equal(ImportRunStatus.Applied, (await import).Status);

        Assert.All(made, receipts => Assert.All(receipts, receipt => Assert.True(receipt.IsDone || receipt.IsBusy)));
        var done = made.Sum(receipts => receipts.Count(receipt => receipt.IsDone));
        Assert.Equal(done, await directory.AskAsync(db => db.Services.CountAsync()));
        Assert.Equal(records.Count, await directory.AskAsync(db => db.Organizations.CountAsync()));
        var revisions = await directory.AskAsync(db => db.Revisions.Select(revision => revision.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, done + 1), revisions.Order());
    }

    private static async Task<List<EditReceipt>> WriteAsync(ScratchDirectory directory, int editor)
    {
        var service = new EntryEditor(directory.Databases, directory.Gate, directory.Care, directory.Clock);
        var receipts = new List<EditReceipt>();
        foreach (var number in Enumerable.Range(1, 3))
        {
            var edit = new EntryEdit("Service")
            {
                NewKey = $"{editor}-{number}", Fields = new Dictionary<string, JsonElement> { ["name"] = JsonSerializer.SerializeToElement($"Услуга {editor}-{number}") },
            };
            receipts.Add(await service.ApplyAsync([edit], allOrNothing: true, null, TestContext.Current.CancellationToken));
        }

        return receipts;
    }
}
