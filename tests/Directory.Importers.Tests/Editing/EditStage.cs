using System.Text.Json;
using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Editing;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Editing;

/// <summary>A directory with one center of a registry, and an editor.</summary>
internal sealed class EditStage : IAsyncDisposable
{
    private readonly EntryEditor editor;
    private long center;

    private EditStage(ScratchDirectory directory)
    {
        Directory = directory;
        editor = new EntryEditor(directory.Databases, directory.Gate, directory.Care, directory.Clock);
    }

    public ScratchDirectory Directory { get; }

    public static async Task<EditStage> CreateAsync() => new(await ScratchDirectory.CreateAsync());

    /// <summary>The registry says this of its center now.</summary>
    public async Task ImportAsync(string? website = null, string[]? support = null)
    {
        await Directory.ImportAsync("registry", Center("c", "Дом НКО", website, support ?? []));
        center = (await CenterAsync()).Id;
    }

    public static ImportRecord Center(string id, string name, string? website, string[] support)
    {
        var stated = new Dictionary<string, object> { ["name"] = name };
        if (support.Length > 0)
        {
            stated["supportKinds"] = support;
        }

        if (website is not null)
        {
            stated["website"] = website;
        }

        return new ImportRecord("Center", id, "rows", 1, JsonSerializer.SerializeToUtf8Bytes(stated, PayloadJson.Options), null, []);
    }

    public EntryEdit OfCenter(params (string Field, object Value)[] fields) => new("Center") { EntityId = center, Fields = Json(fields) };

    public static EntryEdit New(string kind, string key, params (string Field, object Value)[] fields) => new(kind) { NewKey = key, Fields = Json(fields) };

    public Task<EditReceipt> EditAsync(params EntryEdit[] edits)
    {
        Directory.Clock.Advance(TimeSpan.FromMinutes(1));
        return editor.ApplyAsync(edits, allOrNothing: true, null, TestContext.Current.CancellationToken);
    }

    public Task<EditReceipt> UndoAsync(long revision) => editor.UndoAsync(revision, null, TestContext.Current.CancellationToken);

    public Task<Center> CenterAsync() => Directory.AskAsync(db => db.Centers.AsNoTracking().SingleAsync());

    public ValueTask DisposeAsync() => Directory.DisposeAsync();

    private static Dictionary<string, JsonElement> Json((string Field, object Value)[] fields) =>
        fields.ToDictionary(pair => pair.Field, pair => JsonSerializer.SerializeToElement(pair.Value));
}
