using System.Text.Json;

namespace CenterDirectory.Importers.Formats.Hsds;

/// <summary>
/// Finds the objects of one kind wherever they stand: at the root, in a page (<c>contents</c>), nested in one another, or as the tables
/// of the tabular form. Of the same object the first mention with most properties counts.
/// </summary>
internal sealed class HsdsWalk(HsdsKind wanted)
{
    private static readonly string[] Envelopes = ["contents", "data", "items", "results"];

    private readonly Dictionary<string, int> indexById = new(StringComparer.Ordinal);

    public List<Placed<HsdsObject>> Found { get; } = [];

    /// <summary>Whether anything of the specification was met, of whatever kind.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Walks over one document.</summary>
    public void Take(JsonElement root, int row)
    {
        switch (root.ValueKind)
        {
            case JsonValueKind.Array:
                IsKnown |= root.GetArrayLength() == 0;
                foreach (var item in root.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
                {
                    Take(new HsdsObject(item, null, null, null), HsdsKinds.Of(item), row);
                }

                break;
            case JsonValueKind.Object:
                if (Envelope(root) is { } page)
                {
                    Take(page, row);
                }
                else
                {
                    Take(new HsdsObject(root, null, null, null), HsdsKinds.Of(root), row);
                }

                break;
            default:
                // A number or a text is no document of the specification.
                break;
        }
    }

    private static JsonElement? Envelope(JsonElement root)
    {
        foreach (var name in Envelopes)
        {
            if (root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array && !root.TryGetProperty("id", out _))
            {
                return list;
            }
        }

        return null;
    }

    private void Take(HsdsObject item, HsdsKind? kind, int row)
    {
        IsKnown |= kind is not null;
        if (kind == wanted)
        {
            Keep(item, row);
        }

        var id = item.Text("id");
        var around = kind switch
        {
            HsdsKind.Organization => item with { OrganizationId = id },
            HsdsKind.Service => item with { ServiceId = id, OrganizationId = item.Reference("organization_id", "organization", item.OrganizationId) },
            HsdsKind.Location => item with { LocationId = id },
            _ => item,
        };
        foreach (var property in item.Json.EnumerateObject())
        {
            if (HsdsKinds.Under(property.Name) is not { } inner)
            {
                continue;
            }

            IsKnown = true;
            var parts = property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray() : Enumerable.Repeat(property.Value, 1);
            foreach (var part in parts.Where(part => part.ValueKind == JsonValueKind.Object))
            {
                Take(around with { Json = part }, inner, row);
            }
        }
    }

    private void Keep(HsdsObject item, int row)
    {
        var id = item.Text("id");
        if (id is null)
        {
            // A row without its id is told of as such.
            Found.Add(new Placed<HsdsObject>(row, item));
        }
        else if (indexById.TryAdd(id, Found.Count))
        {
            Found.Add(new Placed<HsdsObject>(row, item));
        }
        else if (Count(item) > Count(Found[indexById[id]].Item))
        {
            Found[indexById[id]] = new Placed<HsdsObject>(row, item);
        }
    }

    private static int Count(HsdsObject item) => item.Json.EnumerateObject().Count();
}
