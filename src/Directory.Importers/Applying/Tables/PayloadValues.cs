using System.Collections;
using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Applying.Tables;

/// <summary>
/// How a payload value becomes a column value. Payloads are canonical, so most texts and lists go over as they stand;
/// the rest takes the way through the class and its converter.
/// </summary>
internal static class PayloadValues
{
    public static Func<JsonElement, object?> Converter(EntityColumn column)
    {
        var type = Nullable.GetUnderlyingType(column.Property.ClrType) ?? column.Property.ClrType;
        if (column.ProviderType == typeof(string) && IsWrittenAlike(type))
        {
            return value => value.GetString();
        }

        if (column.ProviderType == typeof(string) && IsListOfWords(type))
        {
            return value => value.GetRawText();
        }

        return value => column.ToDatabase(value.Deserialize(type, DirectoryJson.Options));
    }

    private static bool IsWrittenAlike(Type type) =>
        type == typeof(string) || type == typeof(Uri) || type.IsEnum
        || type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ITextValue<>));

    private static bool IsListOfWords(Type type) =>
        typeof(IList).IsAssignableFrom(type) && type.GetGenericArguments() is [var item] && (item == typeof(string) || item.IsEnum);
}
