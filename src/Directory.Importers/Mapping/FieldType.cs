using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Mapping;

/// <summary>Turns a text into the canonical text of a payload.</summary>
internal delegate Conversion FieldConverter(string text, out string canonical);

/// <summary>What came of a conversion.</summary>
internal enum Conversion
{
    Valid,

    /// <summary>Kept with a warning.</summary>
    Doubtful,

    /// <summary>Not such a value.</summary>
    Invalid,
}

/// <summary>How values of a field are read and written.</summary>
/// <param name="Convert">Reads a text.</param>
/// <param name="IsBare">Whether JSON writes it without quotes.</param>
/// <param name="Invalid">The issue of a text that is no such value.</param>
/// <param name="Doubtful">The issue of a value that is kept although something is wrong.</param>
/// <param name="Order">Of enums: the order of the members, in which a list is written, since it has no order of its own.</param>
internal sealed record FieldType(
    FieldConverter Convert, bool IsBare, IssueRule? Invalid, IssueRule? Doubtful = null, IComparer<string>? Order = null)
{
    /// <summary>The values that there are, of an enum.</summary>
    public IReadOnlyCollection<string> Names { get; init; } = [];

    /// <summary>The type of a field that is no object.</summary>
    public static FieldType Of(RecordField field) => field.Shape switch
    {
        FieldShape.Enum => EnumNames.TypeOf(field.ValueType),
        FieldShape.Number => new(
            FieldConverters.Number(field), true, field.Name is "latitude" or "longitude" ? IssueRules.NumberRange : IssueRules.NumberFormat),
        FieldShape.Boolean => new(FieldConverters.Boolean, true, IssueRules.BooleanFormat),
        FieldShape.FuzzyDate => new(FieldConverters.FuzzyDay, false, IssueRules.DateLayout),
        FieldShape.AsOf => new(FieldConverters.AsOf, false, IssueRules.DateLayout),
        FieldShape.Day => new(FieldConverters.Day, false, IssueRules.DateLayout),
        FieldShape.Time => new(FieldConverters.Time, false, IssueRules.TimeFormat),
        FieldShape.Instant => new(FieldConverters.Instant, false, IssueRules.DateLayout),
        FieldShape.Url => new(FieldConverters.Url, false, IssueRules.UrlFormat),
        FieldShape.Ogrn => new(FieldConverters.OgrnNumber, false, IssueRules.OgrnFormat, IssueRules.OgrnCheckDigit),
        FieldShape.Inn => new(FieldConverters.InnNumber, false, IssueRules.InnFormat, IssueRules.InnCheckDigit),
        FieldShape.Oktmo => new(FieldConverters.OktmoNumber, false, IssueRules.OktmoFormat),
        FieldShape.ReferenceToOneOf => new(FieldConverters.OneOf(field.TargetKinds), false, IssueRules.ReferenceKind),
        FieldShape.Object when ObjectTexts.Find(field.ValueType) is { } text => text,
        FieldShape.Text or FieldShape.Reference => new(FieldConverters.Text, false, null),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Shape, "Objects of this class are made of fields, not of text."),
    };
}
