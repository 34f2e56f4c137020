using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// The field is computed, but filters and orders compare it by a member that the database knows: <c>Owner.Name</c>, from the parent on. Both must
/// mean the same.
/// </summary>
/// <param name="path">Names of the members, with dots between.</param>
public sealed class ComparedByAttribute(string path) : FieldAttribute
{
    /// <summary>A member of the parent that counts where it has a value, before the path; both are of one type that can be null.</summary>
    public string? First { get; init; }

    public override int Order => 3;

    public override void Configure(FieldBuilder field)
    {
        if (field.ParentType is not { } parent || Members.Path(parent, path) is not { } members)
        {
            field.Problem($"[ComparedBy] names {path}, which {field.ParentType?.Name ?? "a root type"} does not have.");
            return;
        }

        field.ComparedBy = members;
        if (First is not null && (field.ComparedFirstBy = Members.Find(parent, First))?.PropertyType != members[^1].PropertyType)
        {
            field.Problem($"[ComparedBy] puts {First} before {path}, and {parent.Name} has no such member of the same type.");
        }
    }
}
