namespace CenterDirectory.Api.Tests.Reports;

/// <summary>A fact of a report.</summary>
/// <param name="Number">Report and fact.</param>
/// <param name="Root">The field of the query that finds what the fact is about.</param>
/// <param name="Path">The way to its value, arguments of fields included; a connection gives the values of all its items.</param>
/// <param name="Expected">The value as JSON.</param>
internal sealed record ReportFact(string Number, string Root, string Path, string Expected)
{
    /// <summary>Name of the root field.</summary>
    public string Field => Root.Split('(')[0];

    /// <summary>The query that asks for it.</summary>
    public string Document
    {
        get
        {
            var steps = Path.Split('.');
            return $"{{ {Root} {string.Concat(steps.Select(step => $"{{ {step} "))}{string.Concat(Enumerable.Repeat("} ", steps.Length))}}}";
        }
    }

    /// <summary>Where its value stands in the answer.</summary>
    public string JsonPath =>
        $"data.{Field}.{string.Join('.', Path.Split('.').Select(step => step.Split('(', ' ')[0]).Select(step => step == "nodes" ? "nodes[*]" : step))}";
}
