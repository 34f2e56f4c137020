using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Mapping;

/// <summary>Objects that people write into one cell: a manifest may map them as a value as well as part by part.</summary>
internal static class ObjectTexts
{
    private static readonly Dictionary<Type, FieldType> ByType = new()
    {
        [typeof(Money)] = new(Read<Money>(SumText.TryRead), true, IssueRules.SumFormat),
        [typeof(OpeningHours)] = new(Hours, true, null, IssueRules.HoursUnclear),
        [typeof(StandardCriterion)] = new(Read<StandardCriterion>(CriterionText.TryRead), true, IssueRules.CriterionFormat),
    };

    private delegate bool Reader<T>(string text, out T? value);

    /// <summary>How objects of a class are read out of a text; null if they are made of fields only.</summary>
    public static FieldType? Find(Type type) => ByType.GetValueOrDefault(type);

    private static FieldConverter Read<T>(Reader<T> reader) => (string text, out string canonical) =>
    {
        var isValue = reader(text, out var value);
        canonical = isValue ? JsonSerializer.Serialize(value, DirectoryJson.Options) : "";
        return isValue ? Conversion.Valid : Conversion.Invalid;
    };

    /// <summary>Hours that are not understood stay as words: they tell a reader more than nothing.</summary>
    private static Conversion Hours(string text, out string canonical)
    {
        var isClear = OpeningHoursText.TryRead(text, out var hours);
        canonical = JsonSerializer.Serialize(hours ?? new OpeningHours { Text = text }, DirectoryJson.Options);
        return isClear ? Conversion.Valid : Conversion.Doubtful;
    }
}
