using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Formats.Hsds;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Manifests;

public sealed class ManifestReaderTests : IDisposable
{
    private const string Valid = """
        key: clubs
        title: Клубы
        publisher: { name: Клуб, url: https://clubs.example/, licence: CC0 }
        territory: "27"
        schedule: { cron: "0 30 4 * * ?", zone: Asia/Vladivostok }
        grace-runs: 0
        source: { file: clubs.csv, encoding: windows-1251, delimiter: ";" }
        record: Center
        id-from: [id]
        map:
          name: title
          level: { from: level, lookup: levels }
        lookups:
          levels: { краевой: REGIONAL, прочий: null }
        expect: { rows: [5, 100], removed-at-most: 20%, issues-at-most: 5% }
        test: { fixture: sample.csv, rows: 7 }

        """;

    private readonly TestFeed feed = new();

    [Fact]
    public void Everything_a_manifest_can_say_is_read()
    {
        var manifest = feed.Manifest(Valid);

        Assert.Equal("clubs", manifest.Key);
        Assert.Equal("CC0", manifest.Publisher?.Licence);
        Assert.Equal("27", manifest.Territory);
        Assert.Equal(50, manifest.Priority);
        Assert.True(manifest.Enabled);
        Assert.Equal("Asia/Vladivostok", manifest.Schedule?.Zone);
        Assert.Equal(0, manifest.GraceRuns);
        Assert.Equal((5, 100, 0.2, 0.05), (manifest.Expect.MinRows, manifest.Expect.MaxRows, manifest.Expect.RemovedAtMost, manifest.Expect.IssuesAtMost));
        Assert.Equal(("sample.csv", 7), (manifest.Test?.Fixture, manifest.Test?.Rows));
        var table = Assert.Single(manifest.Tables);
        Assert.Equal(("Center", "csv", "windows-1251", ';'), (table.Name, table.Source.Format, table.Source.Encoding, table.Source.Delimiter));
        Assert.Equal(64, manifest.Hash.Length);
    }

    [Fact]
    public void A_source_may_ask_for_more_politeness_than_the_installation_has()
    {
        var politeness = feed.Manifest(Valid + "politeness: { interval: 5s, timeout: 10m, stall: 1m, max-size: 20MiB }\n").Politeness!;
        var terms = FetchTerms.Of(new ImportersOptions(), politeness);

        Assert.Equal(
            (TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1), 20L * 1024 * 1024),
            (politeness.Interval, politeness.Timeout, politeness.Stall, politeness.MaxBytes));
        // What would be laxer than the operator's own limit is not.
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30), 20L * 1024 * 1024), (terms.Interval, terms.Timeout, terms.Stall, terms.MaxBytes));
        Assert.Null(feed.Manifest(Valid).Politeness);
    }

    [Theory]
    [InlineData("interval: 5", "'interval' must be a span of time, such as 30s, 10m or 1h.")]
    [InlineData("timeout: 0s", "'timeout' must be a span of time, such as 30s, 10m or 1h.")]
    [InlineData("max-size: 20MB", "'max-size' must be a size, such as 500KiB, 20MiB or 1GiB.")]
    [InlineData("max-sise: 20MiB", "Unknown key 'max-sise'. Did you mean 'max-size'?")]
    public void Politeness_that_cannot_be_understood_is_told(string wrong, string problem) =>
        Assert.Contains(feed.Problems(Valid + $"politeness: {{ {wrong} }}\n"), told => told.EndsWith(problem, StringComparison.Ordinal));

    [Fact]
    public void A_record_may_be_missing_once_unless_the_manifest_says_otherwise() =>
        Assert.Equal(1, feed.Manifest(Valid.Replace("grace-runs: 0", "enabled: false", StringComparison.Ordinal)).GraceRuns);

    [Fact]
    public void A_source_that_shows_the_newest_only_never_retires_what_has_left_it() =>
        Assert.Equal(
            FeedManifest.UnlimitedGrace, feed.Manifest(Valid.Replace("grace-runs: 0", "grace-runs: unlimited", StringComparison.Ordinal)).GraceRuns);

    [Fact]
    public void All_problems_are_told_at_once_with_their_lines() =>
        Assert.Equal(
            [
                "1: There is no 'title', the name of the source for people.",
                "2: Unknown key 'titel'. Did you mean 'title'?",
                "3: 'priority' must be a whole number from 0 to 1000.",
                "4: 'cron' must be a Quartz expression of six fields, seconds first, such as \"0 30 4 * * ?\".",
                "5: There is no such encoding. Usual ones: utf-8, windows-1251, koi8-r, ibm866, maccyrillic, iso-8859-5, utf-16; without 'encoding' it is detected.",
                "9: Center has no field 'support_kinds'. Did you mean 'supportKinds'?",
                "10: There is no step 'lokup'. Did you mean 'lookup'?",
                "11: 'REGIONALE' is no value of 'status'. Known: PLANNED, ACTIVE, SUSPENDED, CLOSED, UNKNOWN.",
            ],
            feed.Problems("""
                key: clubs
                titel: Клубы
                priority: high
                schedule: { cron: "30 4 * * *", zone: Europe/Moscow }
                source: { file: clubs.csv, encoding: windows-1215 }
                record: Center
                id-from: [id]
                map:
                  support_kinds: support
                  level: { from: level, lokup: levels }
                  status: { const: REGIONALE }
                """));

    [Theory]
    [InlineData("record: Centre", "8: There is no record kind 'Centre'. Did you mean 'Center'?")]
    [InlineData("record: Service", "11: Service requires the field 'name', which is not mapped.")]
    public void A_record_kind_decides_what_can_and_must_be_mapped(string record, string problem)
    {
        var yaml = Valid.Replace("record: Center", record, StringComparison.Ordinal)
            .Replace("name: title", "description: title", StringComparison.Ordinal)
            .Replace("level: { from: level, lookup: levels }", "status: { const: ACTIVE }", StringComparison.Ordinal);

        Assert.Contains(problem, feed.Problems(yaml));
    }

    [Theory]
    [InlineData("key: clubs", "key: runs", "1: 'runs' is a word of the command import: give the source another name.")]
    [InlineData("key: clubs", "key: Клубы", "1: A 'key' is needed: up to 64 small Latin letters, digits and hyphens, a letter first.")]
    [InlineData("file: clubs.csv, ", "file: clubs.csv, url: https://clubs.example/list.csv, ", "7: 'source' needs one of the three, 'file', 'url' or 'opendata'.")]
    [InlineData("file: clubs.csv, ", "file: clubs.csv, sheet: Клубы, ", "7: Unknown key 'sheet'. Known: file, url, opendata, dataset, format, member, encoding, delimiter, header, header-row, columns, rename, heading, anchor.")]
    [InlineData("file: clubs.csv, ", "file: clubs.csv, heading-row: 2, ", "7: Unknown key 'heading-row'. Did you mean 'header-row'?")]
    [InlineData("file: clubs.csv, ", "file: clubs.csv, header-row: [2, 1], ", "7: 'header-row' is the number of a row from 1, or the first and last row of the header, such as [1, 2].")]
    [InlineData("file: clubs.csv, ", "file: clubs.csv, dataset: clubs, ", "7: 'dataset' is only for 'opendata'.")]
    [InlineData("file: clubs.csv, ", "file: clubs.csv, columns: [id, title], header-row: 1, ", "7: 'header-row' tells where the header is, but 'columns' or 'header: false' says that there is none.")]
    [InlineData("file: clubs.csv, ", "file: clubs.csv, anchor: { column: level }, ", "7: 'anchor' needs 'column' (one on the right), 'words' (its words) and 'wide' (the column to which superfluous cells belong).")]
    [InlineData("id-from: [id]", "id-from: [id]\nrepeated: newest", "10: 'repeated' cannot be that. Known: error, first, last.")]
    [InlineData("id-from: [id]", "id-from: [id]\nkeep: { level: [\"/(/\"] }", "10: '/(/' is no right regular expression.")]
    [InlineData("краевой: REGIONAL", "\"/[/\": REGIONAL", "14: '/[/' is no right regular expression.")]
    [InlineData("delimiter: \";\"", "delimiter: \"||\"", "7: 'delimiter' must be one ASCII character, such as \";\", or tab.")]
    [InlineData("id-from: [id]", "record-url: page", "1: There is no 'id-from': by which columns the same record is known the next time.")]
    [InlineData("краевой: REGIONAL", "краевой: REGION", "12: 'REGION' is no value of 'level'. Did you mean REGIONAL?")]
    [InlineData("lookup: levels", "lookup: levels, default: LOCAL", "12: 'LOCAL' is no value of 'level'. Known: FEDERAL, INTERREGIONAL, REGIONAL, MUNICIPAL, UNKNOWN.")]
    [InlineData("lookup: levels", "lookup: level", "12: 'lookups' has no 'level'; there are: levels.")]
    [InlineData("name: title", "name: { split: \",\" }", "11: 'name': the first step must be columns, 'from', or a constant, 'const'.")]
    [InlineData("name: title", "name: { from: title, split: \",\" }", "11: 'name' is one value, but the mapping gives several.")]
    [InlineData("name: title", "startsOn: { from: title, date: [yy.dd] }", "11: The step 'date' of 'startsOn' is written wrongly or out of place; write it so: date: [dd.MM.yyyy, MMMM yyyy, edtf]")]
    [InlineData("name: title", "foundingAct: title", "11: 'foundingAct' must be an object with the fields title, kind, number, signedOn, signedBy, issuer, url.")]
    [InlineData("name: title", "contacts: { value: phone }", "11: 'contacts' must be a list of objects with the fields kind, value, label.")]
    [InlineData("rows: [5, 100]", "rows: [100, 5]", "15: 'rows' must be the fewest and the most rows, such as [5, 100].")]
    [InlineData("removed-at-most: 20%", "removed-at-most: 20", "15: 'removed-at-most' must be a share from 0% to 100%, such as 20%.")]
    public void Each_mistake_has_a_message_that_says_what_to_do(string right, string wrong, string problem) =>
        Assert.Equal([problem], feed.Problems(Valid.Replace(right, wrong, StringComparison.Ordinal)));

    [Fact]
    public void An_extension_that_is_no_format_is_answered_with_the_formats() => Assert.Equal(
        [$"7: The extension does not tell the format: write 'format', one of: {string.Join(", ", FeedFormats.Names)}."],
        feed.Problems(Valid.Replace("file: clubs.csv, ", "file: clubs.dbf, ", StringComparison.Ordinal)));

    [Theory]
    [InlineData("file: rows.xml, records: Файл//Документ", "5: 'records' is the path to the records: from the root with '/' in XML (Файл/Документ), with dots in JSON (data.items).")]
    [InlineData("file: rows.json, format: hsds, records: contacts", "5: HSDS has no 'records: contacts'; there are: {1}.")]
    [InlineData("file: rows.xml, delimiter: \";\"", "5: Unknown key 'delimiter'. Known: file, url, opendata, dataset, format, member, encoding, records.")]
    [InlineData("file: rows.ndjson, records: items", "5: Unknown key 'records'. Known: file, url, opendata, dataset, format, member, encoding.")]
    [InlineData("url: https://registry.example/data.zip", "5: The extension does not tell the format: write 'format', one of: {0}.")]
    public void Each_format_has_its_own_keys(string source, string problem) => Assert.Equal(
        [string.Format(System.Globalization.CultureInfo.InvariantCulture, problem, string.Join(", ", FeedFormats.Names), string.Join(", ", HsdsKinds.Names))],
        feed.Problems($$"""
            key: clubs
            title: Клубы
            record: Center
            id-from: ["@id"]
            source: { {{source}} }
            map: { name: Имя }
            """));

    [Theory]
    [InlineData("file: rows.csv.gz", "csv")]
    [InlineData("file: rows.zip, member: \"*.xml\", records: A/B", "xml")]
    [InlineData("url: \"https://registry.example/Rows.XLSX?year=2026\"", "xlsx")]
    public void The_format_shows_in_the_name_of_the_file_or_of_what_is_inside(string source, string format) => Assert.Equal(
        format,
        feed.Manifest($$"""
            key: clubs
            title: Клубы
            record: Center
            id-from: [id]
            source: { {{source}} }
            map: { name: name }
            """).Tables[0].Source.Format);

    [Fact]
    public void A_column_that_is_no_path_is_told() => Assert.Equal(
        ["1: 'СвЮЛ@' is no path within a record; write it so: СвЮЛ@ОГРН, СвНаимЮЛ/НаимЮЛ (XML), address.city (JSON)."],
        feed.Problems("""
            key: clubs
            title: Клубы
            record: Center
            id-from: ["@id"]
            source: { file: rows.xml, records: Файл/Документ }
            map: { name: СвЮЛ@ }
            """));

    [Theory]
    [InlineData("displayName")]
    [InlineData("createdAt")]
    [InlineData("id")]
    public void What_the_directory_derives_cannot_be_mapped(string field) =>
        Assert.StartsWith($"11: Center has no field '{field}'.", Assert.Single(feed.Problems(Valid.Replace("name: title", $"{field}: title", StringComparison.Ordinal))), StringComparison.Ordinal);

    [Fact]
    public void Broken_yaml_is_told_with_its_line() =>
        Assert.StartsWith("3: This is not YAML:", Assert.Single(feed.Problems("key: a\ntitle: b\nmap: [}\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("key: [clubs\ntitle: b\n")]
    [InlineData("key: \"clubs\ntitle: b\n")]
    [InlineData("key: {clubs\ntitle: b\n")]
    [InlineData("key: clubs\n\ttitle: b\n")]
    public void A_bracket_or_quote_that_is_not_closed_is_told_with_its_line(string manifest) =>
        Assert.Matches("^[123]: This is not YAML:", Assert.Single(feed.Problems(manifest)));

    [Fact]
    public void A_manifest_in_another_encoding_is_refused()
    {
        var path = feed.Write("feed.yaml", [.. "key: "u8, 0xEA, 0xEB, 0xFE, 0xF7]);

        var set = CenterDirectory.Importers.Manifests.ManifestLoader.LoadFile(path);

        Assert.Equal("A manifest must be written in UTF-8.", Assert.Single(set.Problems).Message.En);
    }

    [Fact]
    public void Tables_of_one_name_must_be_told_apart() =>
        Assert.Equal(
            ["5: Two tables are called 'Center': give them different 'name's."],
            feed.Problems("""
                key: clubs
                title: Клубы
                tables:
                  - { source: { file: a.csv }, record: Center, id-from: [id], map: { name: title } }
                  - { source: { file: b.csv }, record: Center, id-from: [id], map: { name: title } }
                """));

    [Fact]
    public void A_table_stands_at_the_top_or_in_the_list_but_not_in_both() =>
        Assert.Equal(
            ["3: 'record' stands beside 'tables': move it into a table."],
            feed.Problems("""
                key: clubs
                title: Клубы
                record: Center
                tables:
                  - { source: { file: a.csv }, record: Center, id-from: [id], map: { name: title } }
                """));

    public void Dispose() => feed.Dispose();
}
