using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Mapping;

/// <summary>Changes a text; false if it cannot be what it should be. A null result means that nothing is said.</summary>
internal delegate bool TextStep(string text, out string? result);

/// <summary>Tells a problem of the manifest with its line.</summary>
internal delegate void ProblemReport(int line, string ru, string en);

/// <summary>A step that mappings can name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Argument">How its argument is written, as an example.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Rule">The issue of a text that it cannot change.</param>
/// <param name="Compile">Makes the step out of its argument; null if the argument is wrong. Steps that shape the mapping itself have none.</param>
internal sealed record StepDefinition(
    string Name,
    string Argument,
    LocalizedText Summary,
    IssueRule? Rule = null,
    Func<MappingStep, Lookups, TextStep?>? Compile = null);
