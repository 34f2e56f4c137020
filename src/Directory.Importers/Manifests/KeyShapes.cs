using System.Text.Json.Nodes;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Manifests;

/// <summary>What the keys of a manifest may hold, as JSON Schema.</summary>
internal static class KeyShapes
{
    /// <summary>The key of a source.</summary>
    public const string SourceKey = "^[a-z][a-z0-9-]{0,63}$";

    private const string ShareOfHundred = "^([0-9]{1,2}|100)(\\.[0-9]+)?%$";

    public static JsonObject OfManifest(string key) => key switch
    {
        "key" => Text("Unique: small Latin letters, digits and hyphens, a letter first.", SourceKey),
        "title" => Text("Title for people."),
        "publisher" => Map("Who publishes the data, and on what terms.", ("name", Text("Its name.")), ("url", Address("Its site or the page of the data.")), ("licence", Text("Terms of use."))),
        "territory" => Cell("What the source covers: ФНС code, ISO, ОКТМО or slug."),
        "priority" => Whole("Where sources speak of one entry, the higher wins.", 0, 1000, FeedManifest.DefaultPriority),
        "enabled" => Flag("Whether it is run by itself; by name it can be imported all the same."),
        "schedule" => Map("When to run it.", ("cron", Text("Quartz cron expression, seconds first.")), ("zone", Text("IANA time zone of the expression."))),
        "politeness" => Map(
            "How it is fetched, where that is stricter than the installation.", ("interval", Text("Pause between two requests to its host, such as 2s.")),
            ("timeout", Text("Longest download, such as 10m.")), ("stall", Text("Longest silence within a download, such as 30s.")),
            ("max-size", Text("Largest download, such as 100MiB."))),
        "grace-runs" => Any("Successive runs that a record may be missing before it is retired.", Whole("", 0, 100, 1), new JsonObject { ["const"] = "unlimited" }),
        "tables" => List("The tables of the source, if there are several.", new JsonObject { ["$ref"] = "#/definitions/table" }),
        "lookups" => Named("Translations of the source's words; null drops a word silently.", Named("", new JsonObject { ["type"] = new JsonArray("string", "null", "number", "boolean") })),
        "expect" => Map(
            "What a healthy run looks like.",
            ("rows", List("Fewest and most rows.", new JsonObject { ["type"] = new JsonArray("integer", "null") })),
            ("removed-at-most", Text("Largest share of the known records that may be missing.", ShareOfHundred)),
            ("issues-at-most", Text("Largest share of the rows that may have errors.", ShareOfHundred))),
        "test" => Map("The proof of the manifest.", ("fixture", Text("File relative to the manifest.")), ("rows", Whole("Number of records.", 0, int.MaxValue, null))),
        _ => [],
    };

    public static JsonObject OfTable(string key) => key switch
    {
        "name" => Text("Name in messages."),
        "source" => new JsonObject { ["$ref"] = "#/definitions/source" },
        "record" => new JsonObject { ["description"] = "What a row is.", ["enum"] = new JsonArray([.. RecordSchema.Kinds.Select(kind => (JsonNode)kind)]) },
        "id-from" => Any(
            "By which columns the same record is known next time.", Cells(""), Map("", ("first-of", Cells("The first of these columns that is filled.")))),
        "id-prefix" => Text("What stands before the id, where several tables make records of one kind out of the same row."),
        "record-url" => Cell("Column with the address of the record's page at the publisher."),
        "as-of" => Any("Column, or steps, with the day as of which a row is stated.", Cell(""), new JsonObject { ["type"] = "object" }),
        "keep" => Named("Column → words of rows that belong here.", Cells("")),
        "drop" => Named("Column → words of rows that do not belong here.", Cells("")),
        "repeated" => new JsonObject
        {
            ["description"] = "What several rows of one identity are.", ["enum"] = new JsonArray([.. Enum.GetNames<RepeatedRows>().Select(word => (JsonNode)word.ToLowerInvariant())]),
        },
        "map" => Any(
            "Field → where its value comes from; `same`, of a dump: each field from the column of its name.",
            new JsonObject { ["type"] = "object" }, new JsonObject { ["const"] = MappingReader.Same }),
        "ignore" => Cells("Columns knowingly unused."),
        _ => [],
    };

    public static JsonObject OfSource(string key) => key switch
    {
        "file" => Text("Path relative to the manifest."),
        "url" => Address("Address of the file."),
        "opendata" => Text("Address or path of a list or passport of open data, whose newest version is read."),
        "dataset" => Text("Identifier of the data set in a list of open data."),
        "format" => new JsonObject { ["description"] = "How the bytes are written; by the extension unless stated.", ["enum"] = new JsonArray([.. FeedFormats.Names.Select(name => (JsonNode)name)]) },
        "member" => Text("Which files of an archive are read, such as *.xml."),
        "encoding" => Text("Detected unless stated."),
        "delimiter" => Text("One ASCII character, or tab; detected unless stated."),
        "sheet" => Cell("Name or number of the sheet."),
        "header" => Flag("Whether a row names the columns."),
        "header-row" => Any("Row of the header, or its first and last row.", Whole("", 1, 100_000, null), List("", Whole("", 1, 100_000, null))),
        "columns" => Cells("Names of the columns of a table without a header."),
        "rename" => Named("Name of a column in the file → name in the manifest.", Cell("")),
        "heading" => Text("Column that takes the headings between rows."),
        "anchor" => Map(
            "How rows with superfluous separators are read from the right.", ("column", Cell("A column right of the damage.")), ("words", Cells("Its words.")),
            ("wide", Cell("The column to which superfluous cells belong."))),
        "records" => Text("Path to the records: Файл/Документ in XML, data.items in JSON, the kind in HSDS."),
        _ => [],
    };

    /// <summary>A column, or another single text: YAML takes a bare number for a number.</summary>
    public static JsonObject Cell(string description) => Of(description, new JsonObject { ["type"] = new JsonArray("string", "number") });

    public static JsonObject Cells(string description) => Any(description, Cell(""), List("", Cell("")));

    public static JsonObject Any(string description, params JsonNode[] shapes) => Of(description, new JsonObject { ["anyOf"] = new JsonArray(shapes) });

    public static JsonObject Map(string description, params (string Key, JsonObject Shape)[] entries) => Of(description, new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(entries.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Shape))),
        ["additionalProperties"] = false,
    });

    public static JsonObject List(string description, JsonNode items) => Of(description, new JsonObject { ["type"] = "array", ["items"] = items });

    public static JsonObject Text(string description, string? pattern = null)
    {
        var shape = Of(description, new JsonObject { ["type"] = "string" });
        if (pattern is not null)
        {
            shape["pattern"] = pattern;
        }

        return shape;
    }

    public static JsonObject Flag(string description) => Of(description, new JsonObject { ["type"] = "boolean" });

    private static JsonObject Address(string description) => Text(description, "^https?://");

    private static JsonObject Named(string description, JsonNode values) =>
        Of(description, new JsonObject { ["type"] = "object", ["additionalProperties"] = values });

    private static JsonObject Whole(string description, int min, int max, int? standard)
    {
        var shape = Of(description, new JsonObject { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max });
        if (standard is not null)
        {
            shape["default"] = standard;
        }

        return shape;
    }

    private static JsonObject Of(string description, JsonObject shape)
    {
        if (description.Length > 0)
        {
            shape.Insert(0, "description", description);
        }

        return shape;
    }
}
