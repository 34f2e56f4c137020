namespace CenterDirectory.GraphQL.Types.Evolution;

/// <summary>What a change of the schema means to clients.</summary>
public enum SchemaChangeKind
{
    /// <summary>A document that was valid may no longer be.</summary>
    Breaking,

    /// <summary>Documents stay valid; a client may meet what it did not expect.</summary>
    Notable,

    /// <summary>Nobody is touched who does not ask for it.</summary>
    Addition,
}

/// <summary>One change of a schema.</summary>
/// <param name="Kind">What it means to clients.</param>
/// <param name="Member">The member, as it is now or was last.</param>
/// <param name="Before">As it was; null if it is new.</param>
public sealed record SchemaChange(SchemaChangeKind Kind, SchemaMember Member, SchemaMember? Before)
{
    /// <summary>Whether the member is gone.</summary>
    public bool IsRemoval => ReferenceEquals(Member, Before);
}

/// <summary>Compares two states of a schema.</summary>
public static class SchemaComparison
{
    /// <summary>The changes, in the order of names. Members of types that are new or gone are left out: the type says it all.</summary>
    public static IReadOnlyList<SchemaChange> Compare(IReadOnlyList<SchemaMember> before, IReadOnlyList<SchemaMember> now)
    {
        var earlier = ByName(before);
        var later = ByName(now);
        var removed = before.Where(member => !later.ContainsKey(Key(member)) && IsKnown(member, later))
            .Select(member => new SchemaChange(SchemaChangeKind.Breaking, member, member));
        var added = now.Where(member => !earlier.ContainsKey(Key(member)) && IsKnown(member, earlier))
            .Select(member => new SchemaChange(OfAddition(member), member, null));
        var changed = now.Where(member => earlier.TryGetValue(Key(member), out var old) && old != member)
            .Select(member => new SchemaChange(OfChange(earlier[Key(member)], member), member, earlier[Key(member)]));
        return [.. removed.Concat(added).Concat(changed).OrderBy(change => change.Kind).ThenBy(change => change.Member.Name, StringComparer.Ordinal)];
    }

    /// <summary>Whether the type that a member belongs to, and the field of an argument, are in the other state too.</summary>
    private static bool IsKnown(SchemaMember member, Dictionary<string, SchemaMember> other)
    {
        if (member.Kind <= SchemaMemberKind.Directive)
        {
            return true;
        }

        var field = member.Kind == SchemaMemberKind.Argument ? member.Name[..member.Name.IndexOf('(', StringComparison.Ordinal)] : member.Owner;
        return other.ContainsKey(field);
    }

    /// <summary>Whoever lists all values or types of a place may meet one more.</summary>
    private static SchemaChangeKind OfAddition(SchemaMember member) => member switch
    {
        { IsRequired: true } => SchemaChangeKind.Breaking,
        { Kind: SchemaMemberKind.Value or SchemaMemberKind.Possible or SchemaMemberKind.Implements } => SchemaChangeKind.Notable,
        _ => SchemaChangeKind.Addition,
    };

    private static SchemaChangeKind OfChange(SchemaMember before, SchemaMember now)
    {
        if (before.Kind != now.Kind)
        {
            return SchemaChangeKind.Breaking;
        }

        if (before.Type == now.Type)
        {
            return SchemaChangeKind.Notable;
        }

        // What comes out may promise more, what goes in may ask for less.
        var (narrow, wide) = now.Kind == SchemaMemberKind.Field ? (now.Type!, before.Type!) : (before.Type!, now.Type!);
        return IsNarrower(narrow, wide) ? SchemaChangeKind.Notable : SchemaChangeKind.Breaking;
    }

    /// <summary>Whether one type is another with more of it non-null.</summary>
    private static bool IsNarrower(string narrow, string wide)
    {
        if (narrow == wide)
        {
            return true;
        }

        if (narrow.EndsWith('!'))
        {
            return IsNarrower(narrow[..^1], wide.EndsWith('!') ? wide[..^1] : wide);
        }

        return !wide.EndsWith('!') && narrow.StartsWith('[') && wide.StartsWith('[') && IsNarrower(narrow[1..^1], wide[1..^1]);
    }

    private static Dictionary<string, SchemaMember> ByName(IReadOnlyList<SchemaMember> members) =>
        members.ToDictionary(Key, StringComparer.Ordinal);

    // An interface may be called as a field is; all else is unique by name.
    private static string Key(SchemaMember member) => member.Kind is SchemaMemberKind.Implements ? $"{member.Name} implements" : member.Name;
}
