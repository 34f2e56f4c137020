using CenterDirectory.Data;
using CenterDirectory.Data.Access;

namespace CenterDirectory.Api.Access;

/// <summary>Who did what. An entry is written with the write itself, in its transaction: neither exists without the other.</summary>
internal sealed class AuditLog(DirectoryDb db, TimeProvider clock)
{
    /// <summary>Adds an entry to what will be saved.</summary>
    /// <param name="keyId">The key that it is done with; null for the console.</param>
    /// <param name="act">Name of the mutation.</param>
    /// <param name="objectType">Name of the object's type in the schema.</param>
    /// <param name="objectId">The object.</param>
    /// <param name="revision">The revision that holds it; null if it changes no entry.</param>
    public void Add(long? keyId, string act, string objectType, long objectId, int? revision = null) => db.AuditEntries.Add(new AuditEntry
    {
        At = clock.GetUtcNow().UtcDateTime, KeyId = keyId, Act = act, ObjectType = objectType, ObjectId = objectId, RevisionNumber = revision,
    });
}
