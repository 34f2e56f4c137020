namespace CenterDirectory.Importers.Manifests;

/// <summary>Where the value of a field comes from.</summary>
/// <param name="Line">Line of the manifest.</param>
public abstract record FieldMapping(int Line);

/// <summary>A value made by steps, in the order written; the first one is <c>from</c> or <c>const</c>.</summary>
public sealed record ValueMapping(IReadOnlyList<MappingStep> Steps, int Line) : FieldMapping(Line);

/// <summary>An object made of fields.</summary>
public sealed record ObjectMapping(IReadOnlyList<MappedField> Fields, int Line) : FieldMapping(Line);

/// <summary>A list of objects.</summary>
public sealed record ListMapping(IReadOnlyList<ObjectMapping> Items, int Line) : FieldMapping(Line);

/// <summary>What the column of the field's own name holds, in the form of a dump.</summary>
public sealed record SameMapping(int Line) : FieldMapping(Line);

/// <summary>A field of an object and its mapping.</summary>
public sealed record MappedField(string Field, FieldMapping Mapping);

/// <summary>One step: a name out of the table of steps and its argument.</summary>
/// <param name="Name">Name of the step.</param>
/// <param name="Values">The argument: one text, or a list of texts.</param>
/// <param name="Options">The argument where it is a map, as of <c>replace</c>.</param>
/// <param name="Line">Line of the manifest.</param>
public sealed record MappingStep(string Name, IReadOnlyList<string> Values, IReadOnlyDictionary<string, string> Options, int Line);
