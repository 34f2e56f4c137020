using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Resolving.Rules;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>What records state, as they will stand when the run is over: staged ones by what was staged.</summary>
internal sealed class Payloads(ImportSession session, MatchRules rules, RunRecords records)
{
    /// <summary>Pairs come in order of their first record, so few of them are enough.</summary>
    private const int Remembered = 4_000;

    private readonly RowReader staged = session.Rows("""SELECT "Payload" FROM staged_payloads WHERE "Id" = @a""");
    private readonly RowReader stored = session.Rows("""SELECT "Payload" FROM "SourceRecords" WHERE "Id" = @a""");
    private readonly Dictionary<long, MatchFacts> known = [];

    public MatchFacts FactsOf(long id)
    {
        if (known.TryGetValue(id, out var facts))
        {
            return facts;
        }

        if (known.Count >= Remembered)
        {
            known.Clear();
        }

        facts = rules.Read(Of(id));
        known.Add(id, facts);
        return facts;
    }

    /// <summary>The payload as it lies in the database, until the next one is asked for.</summary>
    public ReadOnlySpan<byte> Of(long id)
    {
        var place = records.StagedOf(id);
        var rows = place > 0 ? staged : stored;
        rows.Start(place > 0 ? place : id);
        return rows.Read() ? rows.Bytes(0) : throw new InvalidOperationException($"The record {id} cannot be found.");
    }
}
