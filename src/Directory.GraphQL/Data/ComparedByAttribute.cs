using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// The field is computed, but filters and orders compare it by a member that the database knows: <c>Owner.Name</c>, from the parent on. Both must
/// mean the same.
/// </summary>
/// <param name="path">Names of the members, with dots between.</param>
public sealed class ComparedByAttribute(string path) : FieldAttribute
{
    public override int Order => 3;

    public override void Configure(FieldBuilder field)
    {
        if (field.ParentType is not { } parent || Members.Path(parent, path) is not { } members)
        {
            field.Problem($"[ComparedBy] names {path}, which {field.ParentType?.Name ?? "a root type"} does not have.");
            return;
        }

        field.ComparedBy = members;
    }
}
