using System.Globalization;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Mapping;

/// <summary>Turns the rows of one table into records.</summary>
internal sealed class RecordMapper(
    CompiledTable compiled, int[] cells, int columnCount, RunChecks checks, RecordCounts counts, IssueSink issues, RecordVersions? versions = null)
    : IDisposable
{
    private readonly PayloadWriter payload = new();
    private readonly RowDigest digest = new(compiled, cells);
    private readonly RowContext context = new(compiled.Table.Name, cells, issues);
    private readonly ValueField? ogrn = compiled.Record.Fields.OfType<ValueField>().FirstOrDefault(field => field.Field.Shape == FieldShape.Ogrn);
    private readonly ValueField? inn = compiled.Record.Fields.OfType<ValueField>().FirstOrDefault(field => field.Field.Shape == FieldShape.Inn);
    private readonly IssueTemplate cellsDiffer = IssueRules.RowCells.For("");
    private readonly IssueTemplate idMissing = IssueRules.IdMissing.For("", IdentityColumns(compiled));
    private readonly IssueTemplate idRepeated = IssueRules.IdRepeated.For("", IdentityColumns(compiled));
    private readonly IssueTemplate urlInvalid = IssueRules.UrlFormat.For("record-url", compiled.Table.RecordUrl ?? "");
    private readonly IssueTemplate ogrnRepeated = IssueRules.OgrnRepeated.For("ogrn");

    /// <summary>Rows that need not be read again; null if all have to be.</summary>
    public IKnownRows? Known { get; init; }

    /// <summary>The record of a row; null if the row is out of scope, has an error, or is known.</summary>
    public ImportRecord? Map(FeedRow row)
    {
        counts.Read++;
        versions?.Next();
        context.Begin(row);
        if (!HasShape(row))
        {
            context.Report(cellsDiffer);
            return null;
        }

        var look = Known is null ? default : digest.Of(row);
        var known = look.IsNone ? -1 : Known!.Find(look);
        if (known >= 0 && compiled.Table.Repeated == RepeatedRows.Error)
        {
            Confirm(known);
            return null;
        }

        if (!IsInScope())
        {
            counts.OutOfScope++;
            return null;
        }

        if (Identify() is not { } externalId)
        {
            context.Report(idMissing);
            return null;
        }

        if (IsRepetition(externalId))
        {
            counts.OutOfScope++;
            return null;
        }

        if (known >= 0)
        {
            Confirm(known);
            return null;
        }

        if (!Evaluate())
        {
            return null;
        }

        if (!checks.IsNew(compiled.Table.Record, externalId))
        {
            context.Report(idRepeated);
            return null;
        }

        CheckNumber();
        counts.Records++;
        return Write(externalId) with { RowDigest = context.HasIssues ? default : look };
    }

    /// <summary>A known row was in scope, has an id and no issues; only beside other rows may there be one.</summary>
    private void Confirm(int known)
    {
        if ((checks.HasRead(compiled.Table.Record) && checks.IsKnown(compiled.Table.Record, Identify()!)) || !Known!.Confirm(known))
        {
            context.Report(idRepeated);
            return;
        }

        ogrn?.Evaluate(context);
        CheckNumber();
        counts.Records++;
    }

    private void CheckNumber()
    {
        if (ogrn?.Value is { } number && checks.IsFirstRepetition(compiled.Table.Record, number))
        {
            context.Report(ogrnRepeated);
        }
    }

    /// <summary>What identifies the record of a row; null if nothing does.</summary>
    public string? IdentityOf(FeedRow row)
    {
        context.Begin(row);
        return HasShape(row) ? Identify() : null;
    }

    public void Dispose() => payload.Dispose();

    private static string IdentityColumns(CompiledTable compiled) => string.Join(", ", compiled.Table.IdFrom.Columns);

    /// <summary>Delimiters at the end of a line make empty cells that mean nothing.</summary>
    private bool HasShape(FeedRow row)
    {
        for (var i = columnCount; i < row.Count; i++)
        {
            if (row[i] is not null)
            {
                return false;
            }
        }

        return row.Count >= columnCount;
    }

    /// <summary>A further episode or an earlier version of a record is no record of its own.</summary>
    private bool IsRepetition(string externalId) => compiled.Table.Repeated switch
    {
        RepeatedRows.First => checks.IsKnown(compiled.Table.Record, externalId),
        RepeatedRows.Last => versions?.IsSuperseded(externalId) ?? false,
        _ => false,
    };

    private bool IsInScope()
    {
        foreach (var (slot, words) in compiled.Keep)
        {
            if (context.Cell(slot) is not { } word || !words.TryTranslate(word, out _))
            {
                return false;
            }
        }

        foreach (var (slot, words) in compiled.Drop)
        {
            if (context.Cell(slot) is { } word && words.TryTranslate(word, out _))
            {
                return false;
            }
        }

        return true;
    }

    private string? Identify() => IdentifyRow() is { } id ? compiled.Table.IdPrefix + id : null;

    private string? IdentifyRow()
    {
        if (compiled.Identity.Length == 1)
        {
            return context.Cell(compiled.Identity[0]);
        }

        var parts = Array.ConvertAll(compiled.Identity, context.Cell);
        if (compiled.Table.IdFrom.FirstFilled)
        {
            return Array.Find(parts, part => part is not null);
        }

        return Array.TrueForAll(parts, part => part is null) ? null : string.Join('/', parts);
    }

    private bool Evaluate()
    {
        var isComplete = true;
        foreach (var field in compiled.Record.Fields)
        {
            if (!field.Evaluate(context) && field.Field.IsRequired)
            {
                context.Report(field.Missing);
                isComplete = false;
            }
        }

        Exchange();
        return isComplete;
    }

    /// <summary>An ИНН in the column of the ОГРН is an ИНН if its check digit says so, and the other way round. That it stood there is an issue all the same.</summary>
    private void Exchange()
    {
        if (ogrn is null || inn is null)
        {
            return;
        }

        if (!inn.HasValue && ogrn.Stray is { } stray && Inn.TryParse(stray, out var strayInn) && strayInn is { IsPersonal: false, HasValidCheckDigit: true })
        {
            inn.Adopt(strayInn.Value);
        }

        if (!ogrn.HasValue && inn.Stray is { } other && Ogrn.TryParse(other, out var strayOgrn) && strayOgrn.HasValidCheckDigit)
        {
            ogrn.Adopt(strayOgrn.Value);
        }
    }

    private ImportRecord Write(string externalId)
    {
        compiled.Record.Write(payload.Begin(), context);
        return new ImportRecord(
            compiled.Table.Record, externalId, compiled.Table.Name, context.Row, payload.End(), ReadUrl(), context.TakeReferences())
        {
            AsOf = ReadAsOf(),
        };
    }

    private DateOnly? ReadAsOf() =>
        compiled.AsOf?.Evaluate(context) == true ? DateOnly.ParseExact(compiled.AsOf.Value!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private Uri? ReadUrl()
    {
        if (compiled.RecordUrl < 0 || context.Cell(compiled.RecordUrl) is not { } text)
        {
            return null;
        }

        if (WebText.TryReadUrl(text, out var address))
        {
            return new Uri(address!);
        }

        context.Report(urlInvalid);
        return null;
    }
}
