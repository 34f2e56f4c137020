using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CenterDirectory.GraphQL.Types;

/// <summary>Summaries of XML documentation files beside the assemblies: they are the descriptions of the schema.</summary>
public static partial class XmlDocs
{
    private static readonly ConcurrentDictionary<Assembly, DocFile> Files = new();

    /// <summary>Summary of a class; null if it has none.</summary>
    public static string? Summary(Type type) => Text(Find(type.Assembly, "T:" + IdOf(type))?.Element("summary"));

    /// <summary>Summary of a property, field or method; of a positional record's property, the text of its parameter.</summary>
    public static string? Summary(MemberInfo member)
    {
        var type = member.DeclaringType!;
        var summary = member switch
        {
            PropertyInfo => Text(Find(type.Assembly, $"P:{IdOf(type)}.{member.Name}")?.Element("summary")),
            FieldInfo => Text(Find(type.Assembly, $"F:{IdOf(type)}.{member.Name}")?.Element("summary")),
            MethodInfo method => Text(FindMethod(method)?.Element("summary")),
            _ => null,
        };
        return summary ?? Parameter(Find(type.Assembly, "T:" + IdOf(type)), member.Name);
    }

    /// <summary>Text of a parameter of a method.</summary>
    public static string? Summary(ParameterInfo parameter) =>
        parameter.Member is MethodInfo method ? Parameter(FindMethod(method), parameter.Name!) : null;

    private static string? Parameter(XElement? member, string name) =>
        Text(member?.Elements("param").FirstOrDefault(param => param.Attribute("name")?.Value == name));

    private static XElement? FindMethod(MethodInfo method) =>
        FileOf(method.DeclaringType!.Assembly).Methods.GetValueOrDefault($"M:{IdOf(method.DeclaringType!)}.{method.Name}");

    private static XElement? Find(Assembly assembly, string id) => FileOf(assembly).Members.GetValueOrDefault(id);

    private static string IdOf(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static DocFile FileOf(Assembly assembly) => Files.GetOrAdd(assembly, static assembly =>
    {
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        var members = !File.Exists(path)
            ? []
            : XDocument.Load(path).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
        var methods = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var (id, member) in members.Where(entry => entry.Key.StartsWith("M:", StringComparison.Ordinal)))
        {
            methods.TryAdd(id.Split('(')[0].Split("``")[0], member);
        }

        return new DocFile(members, methods);
    });

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = string.Concat(element.Nodes().Select(node => node switch
        {
            XText plain => plain.Value,
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement see => see.Attribute("cref") is { } member ? NameOf(member.Value) : (see.Attribute("langword") ?? see.Attribute("name"))?.Value ?? see.Value,
            _ => "",
        }));
        var folded = Space().Replace(text, " ").Trim();
        return folded.Length == 0 ? null : folded;
    }

    /// <summary>The last name of a reference such as <c>M:Space.Class`1.Method(System.Int32)</c>.</summary>
    private static string NameOf(string reference) => reference.Split('(')[0].Split('.', ':')[^1].Split('`')[0];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    /// <summary>A documentation file: its members by their ids, and methods also without their parameters; of several the first.</summary>
    private sealed record DocFile(Dictionary<string, XElement> Members, Dictionary<string, XElement> Methods);
}
