namespace CenterDirectory.Importers.Tests.Mapping;

public sealed class RecordMapperTests : IDisposable
{
    private readonly TestFeed feed = new();

    [Fact]
    public async Task A_payload_has_the_order_of_the_class_and_only_what_is_stated()
    {
        var read = await ReadAsync(
            "Center",
            "hostUnit: unit\n  level: { const: REGIONAL }\n  name: title\n  territoryText: place",
            "id;title;unit;place\n1;Двор «Ёлка»;\u00A0;<Дом> & \"сад\"\n");

        Assert.Equal("""{"name":"Двор «Ёлка»","level":"Regional","territoryText":"<Дом> & \"сад\""}""", read.Payload);
        Assert.Empty(read.Codes);
    }

    [Fact]
    public async Task References_are_written_as_keys_and_told_with_their_kind()
    {
        var read = await ReadAsync(
            "Center",
            "name: title\n  territory: region\n  operator: host\n  foundingAct: { title: act, issuer: issuer }",
            "id;title;region;host;act;issuer\n1;Двор;27;other-source:5;О дворах;7\n");

        Assert.Equal("""{"name":"Двор","territory":"27","operator":"other-source:5","foundingAct":{"title":"О дворах","issuer":"7"}}""", read.Payload);
        Assert.Equal(
            [("territory", "Territory", "27"), ("operator", "Organization", "other-source:5"), ("foundingAct.issuer", "Organization", "7")],
            read.Records[0].References.Select(reference => (reference.Field, reference.TargetKind, reference.TargetKey)));
    }

    [Fact]
    public async Task A_reference_to_one_of_several_kinds_names_the_kind()
    {
        var read = await ReadAsync(
            "Metric",
            "name: what\n  quantity: { value: n, comparator: { const: MORE_THAN } }\n  subject: about",
            "id;what;n;about\n1;Число организаций;20;Territory/27\n2;Двор;5;Project/other-source:a/b\n3;Двор;5;Grant/1\n4;Двор;5;27\n5;Двор;5;Center/\n");

        Assert.Equal(
            [("subject", "Territory", "27"), ("subject", "Project", "other-source:a/b")],
            read.Records.SelectMany(record => record.References).Select(reference => (reference.Field, reference.TargetKind, reference.TargetKey)));
        Assert.Equal("{\"name\":\"Число организаций\",\"quantity\":{\"value\":20,\"comparator\":\"MoreThan\"},\"subject\":\"Territory/27\"}", read.Payloads[0]);
        Assert.Equal(["reference-kind 4 subject", "reference-kind 5 subject", "reference-kind 6 subject"], read.Codes);
    }

    [Fact]
    public async Task A_sum_may_be_one_cell_or_its_parts()
    {
        var one = await ReadAsync("Grant", "amount: sum", "id;sum\n1;500 000,00 руб.\n2;много\n");
        var parts = await ReadAsync("Grant", "amount: { amountMinor: sum, currency: { const: RUB } }", "id;sum\n1;50000000\n");
        var joined = await ReadAsync("Grant", "amount: { from: [sum, currency] }", "id;sum;currency\n1;9 000 000 000,10;EUR\n");

        Assert.Equal(["{\"amount\":{\"amountMinor\":50000000,\"currency\":\"RUB\"}}", "{}"], one.Payloads);
        Assert.Equal(["sum-format 3 amount"], one.Codes);
        Assert.Equal(one.Payloads[0], parts.Payload);
        Assert.Equal("{\"amount\":{\"amountMinor\":900000000010,\"currency\":\"EUR\"}}", joined.Payload);
    }

    [Fact]
    public async Task Opening_hours_and_criteria_are_lists_out_of_one_cell()
    {
        var hours = await ReadAsync("Center", "name: name\n  openingHours: { from: hours, split: \"/\" }", "id;name;hours\n1;Двор;пн-вт 9-18 / ср по записи\n");
        var standard = await ReadAsync("ServiceStandard", "name: name\n  criteria: { from: what, split: \"|\" }", "id;name;what\n1;Стандарт;answer-time: три дня|Вежливость\n");

        Assert.Equal(
            "{\"name\":\"Двор\",\"openingHours\":[{\"weekdays\":[\"Monday\",\"Tuesday\"],\"opensAt\":\"09:00:00\",\"closesAt\":\"18:00:00\",\"text\":\"пн-вт 9-18\"},"
            + "{\"weekdays\":[],\"text\":\"ср по записи\"}]}",
            hours.Payload);
        Assert.Equal(["hours-unclear 2 openingHours"], hours.Codes);
        Assert.Equal("{\"name\":\"Стандарт\",\"criteria\":[{\"key\":\"answer-time\",\"title\":\"три дня\"}]}", standard.Payload);
        Assert.Equal(["criterion-format 2 criteria"], standard.Codes);
    }

    [Fact]
    public async Task A_link_states_both_of_its_ends()
    {
        var read = await ReadAsync(
            "EventParticipant", "event: event\n  role: role\n  name: who", "id;event;role;who\n1;e1;SPEAKER;Докладчик\n2;;SPEAKER;Докладчик\n");

        Assert.Equal("""{"role":"Speaker","name":"Докладчик","event":"e1"}""", read.Payload);
        Assert.Equal(["field-required 3 event"], read.Codes);
    }

    [Fact]
    public async Task A_contact_without_value_is_left_out_and_constants_do_not_make_one()
    {
        var read = await ReadAsync(
            "Center",
            "name: title\n  contacts:\n    - { kind: { const: PHONE }, value: { from: tel, phone: RU } }\n    - { kind: { const: EMAIL }, value: { from: mail, email: true }, label: whose }",
            "id;title;tel;mail;whose\n1;Двор;8 (4212) 00-00-00;;\n2;Дом;;a@b.ru;приёмная\n3;Сад;;;\n4;Лес;;;приёмная\n");

        Assert.Equal(
            [
                """{"name":"Двор","contacts":[{"kind":"Phone","value":"+74212000000"}]}""",
                """{"name":"Дом","contacts":[{"kind":"Email","value":"a@b.ru","label":"приёмная"}]}""",
                """{"name":"Сад"}""",
                """{"name":"Лес"}""",
            ],
            read.Payloads);
        Assert.Equal(["object-incomplete 5 contacts"], read.Codes);
    }

    [Fact]
    public async Task A_quantity_keeps_number_comparator_and_words()
    {
        var read = await ReadAsync(
            "Center",
            "declaredMembers: { value: n, comparator: { const: MORE_THAN }, text: words }",
            "id;n;words\n1;20;более двадцати\n2;;\n3;2 000,5;\n");

        Assert.Equal(
            [
                """{"declaredMembers":{"value":20,"comparator":"MoreThan","text":"более двадцати"}}""",
                "{}",
                """{"declaredMembers":{"value":2000.5,"comparator":"MoreThan"}}""",
            ],
            read.Payloads);
    }

    [Fact]
    public async Task A_list_of_enums_has_the_order_of_the_vocabulary_and_no_repetition()
    {
        var read = await ReadAsync(
            "Center",
            "supportKinds: { from: kinds, split: \"|\" }\n  goals: { from: goals, split: \"|\" }",
            "id;kinds;goals\n1;MEDIA_PROMOTION | FINANCIAL||FINANCIAL;второе|первое|второе\n");

        Assert.Equal("""{"supportKinds":["Financial","MediaPromotion"],"goals":["второе","первое"]}""", read.Payload);
    }

    [Fact]
    public async Task A_constant_may_be_a_list_or_be_split()
    {
        var read = await ReadAsync(
            "Center", "supportKinds: { const: [TRAINING, CONSULTING] }\n  goals: { const: \"a|b\", split: \"|\" }", "id\n1\n");

        Assert.Equal("""{"supportKinds":["Consulting","Training"],"goals":["a","b"]}""", read.Payload);
    }

    [Fact]
    public async Task Each_item_of_a_split_goes_through_the_further_steps()
    {
        var read = await ReadAsync(
            "Center",
            "supportKinds: { from: kinds, split: \",\", lookup: words }",
            "id;kinds\n1;\"Обучение, деньги, нет, чудо\"\n",
            "lookups:\n  words: { обучение: TRAINING, Деньги: FINANCIAL, нет: null }\n");

        Assert.Equal("""{"supportKinds":["Financial","Training"]}""", read.Payload);
        Assert.Equal(["lookup-unknown 2 supportKinds"], read.Codes);
    }

    [Fact]
    public async Task Steps_run_in_the_order_written()
    {
        var read = await ReadAsync(
            "Organization",
            """
            name: { from: name, replace: { pattern: "^0_", with: "" }, collapse: true }
              shortName: { from: short, null-if: [нет, "-"], default: без названия }
              okved: { from: okved, digits: 6 }
              inn: inn
              isSociallyOriented: social
              website: site
              location: { latitude: lat, longitude: lon }
            """,
            "id;name;short;okved;inn;social;site;lat;lon\n1;0_Двор\u00A0 и дом;НЕТ;123;500100732;да;dvor.example;48,48;135.07\n");

        Assert.Equal(
            """{"name":"Двор и дом","shortName":"без названия","inn":"0500100732","okved":"000123","location":{"latitude":48.48,"longitude":135.07},"website":"https://dvor.example/","isSociallyOriented":true}""",
            read.Payload);
    }

    [Fact]
    public async Task A_value_that_cannot_be_is_left_out_with_a_warning_that_does_not_repeat_it()
    {
        var read = await ReadAsync(
            "Organization",
            "name: name\n  ogrn: ogrn\n  inn: inn\n  kind: kind\n  registeredOn: { from: date, date: [dd.MM.yyyy] }\n  website: site\n  location: { latitude: lat, longitude: lon }",
            "id;name;ogrn;inn;kind;date;site;lat;lon\n1;Двор;секрет;500100732259;CLUB;31.02.2020;нет сайта;95;10\n");

        Assert.Equal("""{"name":"Двор"}""", read.Payload);
        Assert.Equal(
            ["enum-unknown 2 kind", "ogrn-format 2 ogrn", "inn-format 2 inn", "date-layout 2 registeredOn", "number-range 2 location.latitude", "object-incomplete 2 location", "url-format 2 website"],
            read.Codes);
        Assert.DoesNotContain(read.Issues.Stored, issue => (issue.Message.Ru + issue.Message.En).Contains("секрет", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_check_digits_warn_and_the_number_stays()
    {
        var read = await ReadAsync("Organization", "name: name\n  ogrn: ogrn\n  inn: inn", "id;name;ogrn;inn\n1;Двор;1990000010121;7707083894\n");

        Assert.Equal("""{"name":"Двор","ogrn":"1990000010121","inn":"7707083894"}""", read.Payload);
        Assert.Equal(["ogrn-check-digit 2 ogrn", "inn-check-digit 2 inn"], read.Codes);
    }

    [Fact]
    public async Task A_number_in_the_column_of_the_other_one_counts_and_is_an_issue()
    {
        var read = await ReadAsync(
            "Organization", "name: name\n  ogrn: ogrn\n  inn: inn", "id;name;ogrn;inn\n1;Двор;7707083893;\n2;Дом;;1027700132195\n3;Сад;7707083893;1990000010120\n4;Лес;7707083894;\n");

        Assert.Equal(
            [
                """{"name":"Двор","inn":"7707083893"}""", """{"name":"Дом","ogrn":"1027700132195"}""",
                """{"name":"Сад","ogrn":"1990000010120","inn":"7707083893"}""", """{"name":"Лес"}""",
            ],
            read.Payloads);
        Assert.Equal(["ogrn-format 2 ogrn", "inn-format 3 inn", "ogrn-format 4 ogrn", "inn-format 4 inn", "ogrn-format 5 ogrn"], read.Codes);
    }

    [Fact]
    public async Task A_number_in_three_rows_is_one_warning()
    {
        var read = await ReadAsync(
            "Organization", "name: name\n  ogrn: ogrn", "id;name;ogrn\n1;Двор;1990000010120\n2;Дом;1990000010120\n3;Сад;1990000010120\n");

        Assert.Equal(3, read.Records.Count);
        Assert.Equal(["ogrn-repeated 3 ogrn"], read.Codes);
    }

    [Fact]
    public async Task Of_two_rows_with_one_id_the_second_is_dropped_as_an_error()
    {
        var read = await ReadAsync("Organization", "name: name\n  ogrn: ogrn", "id;name;ogrn\n1;Двор;1990000010120\n1;Дом;1990000010120\n;Сад;\n");

        Assert.Equal("""{"name":"Двор","ogrn":"1990000010120"}""", read.Payload);
        Assert.Equal(["id-repeated 3", "id-missing 4"], read.Codes);
        Assert.Equal(2, read.Issues.Errors);
    }

    [Fact]
    public async Task An_id_is_all_columns_together_or_the_first_that_is_filled()
    {
        const string Rows = "id;ogrn;name\n1;;Двор\n;5;Дом\n2;7;Сад\n";

        Assert.Equal(["1/", "/5", "2/7"], (await ReadAsync("Organization", "name: name", Rows, idFrom: "[id, ogrn]")).Records.Select(record => record.ExternalId));
        Assert.Equal(["1", "5", "2"], (await ReadAsync("Organization", "name: name", Rows, idFrom: "{ first-of: [id, ogrn] }")).Records.Select(record => record.ExternalId));
    }

    [Fact]
    public async Task What_keep_leaves_out_is_counted_and_no_issue()
    {
        var read = await ReadAsync(
            "Organization", "name: name", "id;name;status\n1;Двор;ЗАРЕГИСТРИРОВАНА\n2;;Исключена\n3;Сад;\n", "keep: { status: [Зарегистрирована] }\n");

        Assert.Equal((3, 1, 2), (read.Counts.Read, read.Counts.Records, read.Counts.OutOfScope));
        Assert.Empty(read.Codes);
    }

    [Fact]
    public async Task An_unused_column_is_told_once_and_an_ignored_one_never()
    {
        var read = await ReadAsync("Organization", "name: name", "id;name;note;who\n1;Двор;x;y\n2;Дом;x;y\n", "ignore: [note]\n");

        Assert.Equal(["column-unused 1 who"], read.Codes);
    }

    [Fact]
    public async Task A_row_with_other_cells_than_the_header_is_an_error_with_its_line()
    {
        var read = await ReadAsync("Organization", "name: name", "id;name\n1;Двор;лишнее\n2\n3;Дом;;\n4;Сад\n");

        Assert.Equal(["row-cells 2", "row-cells 3"], read.Codes);
        Assert.Equal(["3", "4"], read.Records.Select(record => record.ExternalId));
    }

    [Fact]
    public async Task A_missing_column_fails_the_feed_and_names_those_that_exist()
    {
        var read = await ReadAsync("Organization", "name: Наименование", "id;Наименования;Адрес\n1;Двор;x\n");

        Assert.Empty(read.Records);
        Assert.Equal("column-missing", read.Failure?.Code);
        Assert.EndsWith(
            "rows.csv:1: the columns «Наименование» are missing. There are: «id», «Наименования», «Адрес». Is «Наименование» now «Наименования»? Mend the manifest or the source.",
            read.Failure?.Message.En,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapped_column_that_stands_twice_fails_the_feed() =>
        Assert.Equal("column-repeated", (await ReadAsync("Organization", "name: name", "id;name;name\n1;a;b\n")).Failure?.Code);

    [Fact]
    public async Task An_instant_needs_its_offset()
    {
        var read = await ReadAsync(
            "Event", "title: title\n  startsAt: at", "id;title;at\n1;Форум;2019-04-02T10:00:00+06:00\n2;Сбор;2019-04-02T10:00:00\n3;Слёт;2019-04-02T10:00Z\n");

        Assert.Equal(
            ["""{"title":"Форум","startsAt":"2019-04-02T04:00:00Z"}""", """{"title":"Сбор"}""", """{"title":"Слёт","startsAt":"2019-04-02T10:00:00Z"}"""],
            read.Payloads);
        Assert.Equal(["date-layout 3 startsAt"], read.Codes);
    }

    [Fact]
    public async Task A_record_may_have_a_page_at_its_publisher()
    {
        var read = await ReadAsync("Organization", "name: name", "id;name;page\n1;Двор;https://reg.example/1\n2;Дом;\n3;Сад;нет\n", "record-url: page\n");

        Assert.Equal(["https://reg.example/1", null, null], read.Records.Select(record => record.RecordUrl?.AbsoluteUri));
        Assert.Equal(["url-format 4 record-url"], read.Codes);
    }

    [Fact]
    public async Task Equal_facts_give_equal_bytes_however_the_manifest_orders_them()
    {
        const string Rows = "id;name;kinds;tel\n1;Двор;CONSULTING|TRAINING;8 (4212) 00-00-00\n";
        var first = await ReadAsync(
            "Center", "name: name\n  supportKinds: { from: kinds, split: \"|\" }\n  contacts: [{ value: { from: tel, phone: RU }, kind: { const: PHONE } }]", Rows);
        var second = await ReadAsync(
            "Center",
            "contacts: [{ kind: { const: PHONE }, value: { from: tel, phone: RU } }]\n  supportKinds: { from: kinds, split: \"|\" }\n  name: name",
            "kinds;tel;name;id\nTRAINING|CONSULTING;+7 4212 000000;\" Двор\";1\n");

        Assert.Equal(first.Payload, second.Payload);
    }

    public void Dispose() => feed.Dispose();

    private Task<ReadFeed> ReadAsync(string record, string map, string rows, string more = "", string idFrom = "[id]")
    {
        feed.Write("rows.csv", rows);
        return feed.ReadAsync(
            $"key: test\ntitle: Проба\nsource: {{ file: rows.csv, delimiter: \";\" }}\nrecord: {record}\nid-from: {idFrom}\nmap:\n  {map}\n{more}");
    }
}
