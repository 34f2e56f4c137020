using System.Text;
using CenterDirectory.Data.Bulk;

namespace CenterDirectory.Data.Search;

/// <summary>The words of territories and of those that contain them, up to the region: whoever looks for «Омская область» means its towns too.</summary>
internal sealed class SearchPlaces(BulkConnection connection) : IDisposable
{
    private readonly StemWriter writer = new();
    private readonly Dictionary<(long Id, bool WithItself), byte[]> known = [];
    private readonly RowReader names = connection.Rows(
        """
        SELECT t."Name", t."Id" = @a FROM "TerritoryClosures" AS c JOIN "Territories" AS t ON t."Id" = c."AncestorId"
        WHERE c."DescendantId" = @a AND (t."Kind" NOT IN ('Country', 'FederalDistrict') OR t."Id" = @a)
        """);

    /// <param name="id">Id of the territory.</param>
    /// <param name="withItself">False for those above it only.</param>
    public byte[] WordsOf(long id, bool withItself)
    {
        if (!known.TryGetValue((id, withItself), out var words))
        {
            known.Add((id, withItself), words = Read(id, withItself));
        }

        return words;
    }

    public void Dispose() => names.Dispose();

    private byte[] Read(long id, bool withItself)
    {
        var own = new StringBuilder();
        names.Start(id);
        while (names.Read())
        {
            if (withItself || names.Number(1) == 0)
            {
                own.Append(names.Text(0)).Append(' ');
            }
        }

        var start = writer.Length;
        writer.Write(SearchFieldForm.Text, Encoding.UTF8.GetBytes(own.ToString()));
        var words = writer.Written(start, writer.Length - start).ToArray();
        writer.CutBackTo(start);
        return words;
    }
}
