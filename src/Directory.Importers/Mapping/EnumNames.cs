using System.Collections.Frozen;
using System.Text;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Mapping;

/// <summary>Names of enum values: manifests and sources write them as GraphQL does, payloads as C# does.</summary>
internal static class EnumNames
{
    public static FieldType TypeOf(Type type)
    {
        var members = Enum.GetNames(type);
        var byName = members.ToFrozenDictionary(ToGraphQL, StringComparer.Ordinal);
        var rank = members.Index().ToFrozenDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);

        Conversion Convert(string text, out string canonical)
        {
            canonical = byName.GetValueOrDefault(text, "");
            return canonical.Length > 0 ? Conversion.Valid : Conversion.Invalid;
        }

        var order = Comparer<string>.Create((left, right) => rank[left].CompareTo(rank[right]));
        return new FieldType(Convert, false, IssueRules.EnumUnknown, null, order) { Names = [.. members.Select(ToGraphQL)] };
    }

    /// <summary><c>MediaPromotion</c> → <c>MEDIA_PROMOTION</c>.</summary>
    public static string ToGraphQL(string member)
    {
        var name = new StringBuilder(member.Length + 4);
        for (var i = 0; i < member.Length; i++)
        {
            if (i > 0 && char.IsUpper(member[i]))
            {
                name.Append('_');
            }

            name.Append(char.ToUpperInvariant(member[i]));
        }

        return name.ToString();
    }
}
