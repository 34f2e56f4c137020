using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>A service is offered where its center is, unless its source says otherwise.</summary>
internal sealed class ServicePlaces(ApplyContext context, EntityTable table) : IDerivation
{
    private readonly EntityColumn center = table.Column(nameof(Service.CenterId));
    private readonly EntityColumn territory = table.Column(nameof(Service.TerritoryId));
    private readonly RowStatement placeOf = context.Session.Prepare("""SELECT "TerritoryId" FROM "Centers" WHERE "Id" = @id""", "@id");

    public void Derive(EntityDraft draft, EntityFacts entity)
    {
        var isStated = draft.References.Exists(reference => reference.Binding.Column == territory);
        if (!isStated && draft[center] is long id)
        {
            draft[territory] = placeOf.Scalar([id]);
        }
    }
}
