using CenterDirectory.Data.Provenance;

namespace CenterDirectory.Importers.Running.Ledger;

/// <summary>The tables of the books. A test compares them with the model of the database.</summary>
internal static class LedgerTables
{
    public static LedgerTable<Source> Sources { get; } = new(
        "Sources", () => new Source(), LedgerColumn<Source>.Of("Id", row => row.Id, (row, value) => row.Id = value),
        LedgerColumn<Source>.Of("Key", row => row.Key, (row, value) => row.Key = value),
        LedgerColumn<Source>.Of("Title", row => row.Title, (row, value) => row.Title = value),
        LedgerColumn<Source>.Of("Publisher", row => row.Publisher, (row, value) => row.Publisher = value),
        LedgerColumn<Source>.Of("Licence", row => row.Licence, (row, value) => row.Licence = value),
        LedgerColumn<Source>.Of("Url", row => row.Url?.ToString(), (row, value) => row.Url = new Uri(value!, UriKind.RelativeOrAbsolute)),
        LedgerColumn<Source>.Of("Format", row => row.Format, (row, value) => row.Format = value),
        LedgerColumn<Source>.Of("Schedule", row => row.Schedule, (row, value) => row.Schedule = value),
        LedgerColumn<Source>.Of("Priority", row => row.Priority, (row, value) => row.Priority = value),
        LedgerColumn<Source>.Of("TerritoryId", row => row.TerritoryId, (row, value) => row.TerritoryId = value),
        LedgerColumn<Source>.Named("Health_State", row => row.Health.State, (row, value) => row.Health = row.Health with { State = value }),
        LedgerColumn<Source>.Of("Health_MessageRu", row => row.Health.MessageRu, (row, value) => row.Health = row.Health with { MessageRu = value }),
        LedgerColumn<Source>.Of("Health_MessageEn", row => row.Health.MessageEn, (row, value) => row.Health = row.Health with { MessageEn = value }),
        LedgerColumn<Source>.Instant("LastSuccessAt", row => row.LastSuccessAt, (row, value) => row.LastSuccessAt = value),
        LedgerColumn<Source>.Instant("NextRunAt", row => row.NextRunAt, (row, value) => row.NextRunAt = value),
        LedgerColumn<Source>.Of("ConsecutiveFailures", row => row.ConsecutiveFailures, (row, value) => row.ConsecutiveFailures = value),
        LedgerColumn<Source>.Of("RecordCount", row => row.RecordCount, (row, value) => row.RecordCount = value),
        LedgerColumn<Source>.Of("Enabled", row => row.Enabled, (row, value) => row.Enabled = value),
        LedgerColumn<Source>.Of("ManifestHash", row => row.ManifestHash, (row, value) => row.ManifestHash = value),
        LedgerColumn<Source>.Instant("PausedAt", row => row.PausedAt, (row, value) => row.PausedAt = value),
        LedgerColumn<Source>.Of("PauseReasonRu", row => row.PauseReasonRu, (row, value) => row.PauseReasonRu = value),
        LedgerColumn<Source>.Of("PauseReasonEn", row => row.PauseReasonEn, (row, value) => row.PauseReasonEn = value),
        LedgerColumn<Source>.Instant("StaleAt", row => row.StaleAt, (row, value) => row.StaleAt = value),
        LedgerColumn<Source>.Of("AsOf", row => row.AsOf, (row, value) => row.AsOf = value),
        LedgerColumn<Source>.Of("IsLive", row => row.IsLive, (row, value) => row.IsLive = value),
        LedgerColumn<Source>.Of("MergedAs", row => row.MergedAs, (row, value) => row.MergedAs = value));

    public static LedgerTable<ImportRun> Runs { get; } = new(
        "ImportRuns", () => new ImportRun(), LedgerColumn<ImportRun>.Of("Id", row => row.Id, (row, value) => row.Id = value),
        LedgerColumn<ImportRun>.Of("SourceId", row => row.SourceId, (row, value) => row.SourceId = value),
        LedgerColumn<ImportRun>.Named("Status", row => row.Status, (row, value) => row.Status = value),
        LedgerColumn<ImportRun>.Instant("StartedAt", row => row.StartedAt, (row, value) => row.StartedAt = value),
        LedgerColumn<ImportRun>.Instant("FinishedAt", row => row.FinishedAt, (row, value) => row.FinishedAt = value),
        LedgerColumn<ImportRun>.Of("Read", row => row.Read, (row, value) => row.Read = value),
        LedgerColumn<ImportRun>.Of("OutOfScope", row => row.OutOfScope, (row, value) => row.OutOfScope = value),
        LedgerColumn<ImportRun>.Of("Added", row => row.Added, (row, value) => row.Added = value),
        LedgerColumn<ImportRun>.Of("Changed", row => row.Changed, (row, value) => row.Changed = value),
        LedgerColumn<ImportRun>.Of("Unchanged", row => row.Unchanged, (row, value) => row.Unchanged = value),
        LedgerColumn<ImportRun>.Of("Retired", row => row.Retired, (row, value) => row.Retired = value),
        LedgerColumn<ImportRun>.Of("Warnings", row => row.Warnings, (row, value) => row.Warnings = value),
        LedgerColumn<ImportRun>.Of("Errors", row => row.Errors, (row, value) => row.Errors = value),
        LedgerColumn<ImportRun>.Of("ReasonRu", row => row.ReasonRu, (row, value) => row.ReasonRu = value),
        LedgerColumn<ImportRun>.Of("ReasonEn", row => row.ReasonEn, (row, value) => row.ReasonEn = value),
        LedgerColumn<ImportRun>.Of("InputHash", row => row.InputHash, (row, value) => row.InputHash = value));

    public static LedgerTable<RunInput> Inputs { get; } = new(
        "RunInputs", () => new RunInput(), LedgerColumn<RunInput>.Of("Id", row => row.Id, (row, value) => row.Id = value),
        LedgerColumn<RunInput>.Of("RunId", row => row.RunId, (row, value) => row.RunId = value),
        LedgerColumn<RunInput>.Of("Address", row => row.Address, (row, value) => row.Address = value),
        LedgerColumn<RunInput>.Of("Hash", row => row.Hash, (row, value) => row.Hash = value),
        LedgerColumn<RunInput>.Of("Length", row => row.Length, (row, value) => row.Length = value),
        LedgerColumn<RunInput>.Of("ETag", row => row.ETag, (row, value) => row.ETag = value),
        LedgerColumn<RunInput>.Instant("LastModified", row => row.LastModified, (row, value) => row.LastModified = value));

    /// <summary>The source of a key; null if it was never written down.</summary>
    public static Task<LedgerRow<Source>?> FindSourceAsync(ImportSession session, string key, CancellationToken cancellationToken) =>
        Sources.FindAsync(session, """WHERE "Key" = @key""", cancellationToken, ("@key", key));
}
