using System.Text;

namespace CenterDirectory.Importers.Formats.Paths;

/// <summary>The paths that a mapping uses, as one tree: a document is walked once, whatever their number.</summary>
internal sealed class PathNode(string name)
{
    private readonly List<PathNode> children = [];
    private readonly List<KeyValuePair<string, int>> attributes = [];

    public string Name => name;

    /// <summary>The name as JSON has it.</summary>
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>Where the text goes, or -1.</summary>
    public int Slot { get; private set; } = -1;

    public IReadOnlyList<PathNode> Children => children;

    /// <summary>Name of an attribute → where it goes.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Attributes => attributes;

    /// <summary>The root of a tree: one slot for each path.</summary>
    public static PathNode Of(IEnumerable<RecordPath> paths)
    {
        var root = new PathNode("");
        var slot = 0;
        foreach (var path in paths)
        {
            root.Add(path, slot++);
        }

        return root;
    }

    public PathNode? Find(string child)
    {
        foreach (var node in children)
        {
            if (node.Name == child)
            {
                return node;
            }
        }

        return null;
    }

    private void Add(RecordPath path, int slot)
    {
        var node = this;
        foreach (var step in path.Steps)
        {
            var next = node.Find(step);
            if (next is null)
            {
                next = new PathNode(step);
                node.children.Add(next);
            }

            node = next;
        }

        if (path.Attribute is { } attribute)
        {
            node.attributes.Add(KeyValuePair.Create(attribute, slot));
        }
        else
        {
            node.Slot = slot;
        }
    }
}
