namespace CenterDirectory.Importers.Formats.Hsds;

/// <summary>The columns of each kind, called as the specification calls its fields. Contacts are persons and are not among them.</summary>
internal static class HsdsColumns
{
    private static readonly FixedColumn<HsdsObject> Phone = new("phone", new("Первый телефон.", "The first telephone."), item => item.Phone());

    private static readonly FixedColumn<HsdsObject> Address = new("address", new("Первый адрес одной строкой.", "The first address as one line."), item => item.Address());

    private static readonly FixedColumn<HsdsObject> Organization = new(
        "organization_id",
        new("Организация; и та, в которой объект вложен.", "The organization; also that in which the object is nested."),
        item => item.Reference("organization_id", "organization", item.OrganizationId));

    private static readonly FixedColumn<HsdsObject>[] Organizations =
    [
        Plain("id"), Plain("name"), Plain("alternate_name"), Prose("description"), Plain("email"), Plain("website"), Phone, Address,
        Part("postal_code"), Part("country"), Part("state_province"), Part("region"), Part("city"), Part("address_1"), Part("address_2"),
        Plain("year_incorporated"), Plain("legal_status"), Plain("parent_organization_id"), Plain("uri"),
        Listed("identifiers", "organization_identifiers", "identifier"),
        Phones(2), Phones(3), Placed("latitude"), Placed("longitude"), Placed("territory"), Hours,
        .. Own("directory_type", "directory_level", "directory_status", "official_name", "short_name", "name_en", "description_en", "registered_on"),
        Identified("ogrn", "RU-OGRN"), Identified("inn", "RU-INN"),
        Coded("specializations", "Specialization"), Coded("support_kinds", "SupportKind"), Coded("audiences", "Audience"), Coded("organization_kind", "OrganizationKind"),
    ];

    private static readonly FixedColumn<HsdsObject>[] Services =
    [
        Plain("id"), Organization, Plain("name"), Plain("alternate_name"), Prose("description"), Plain("url"), Plain("email"), Phone, Address,
        Plain("status"), Prose("application_process"), Prose("fees_description"),
        new("cost", new("Сумма с валютой, если она одна.", "Sum and currency, if there is only one."), item => item.Cost()),
        Prose("eligibility_description"), Plain("minimum_age"), Plain("maximum_age"), Prose("alert"), Plain("last_modified"),
        Listed("service_areas", "service_areas", "name"), Listed("required_documents", "required_documents", "document"),
        Listed("schedules", "schedules", "description"), Listed("languages", "languages", "name"),
        Phones(2), Phones(3), .. Own("center_id", "directory_status", "name_en", "description_en", "result", "duration", "territory"),
        new("provider_id", new("Кто оказывает: своё поле справочника, иначе организация.", "Who provides it: a field of ours, else the organization."), item => item.Provider()),
        Coded("support_kinds", "SupportKind"), Coded("audiences", "Audience"), Coded("delivery_modes", "DeliveryMode"), Coded("fee", "Fee"),
    ];

    private static readonly FixedColumn<HsdsObject>[] Locations =
    [
        Plain("id"), Organization, Plain("name"), Plain("alternate_name"), Prose("description"), Plain("location_type"), Plain("latitude"),
        Plain("longitude"), Prose("transportation"), Plain("url"), Phone, Address,
    ];

    private static readonly FixedColumn<HsdsObject>[] ServicesAtLocations =
    [
        Plain("id"),
        new("service_id", new("Услуга.", "The service."), item => item.Reference("service_id", "service", item.ServiceId)),
        new("location_id", new("Место.", "The location."), item => item.Reference("location_id", "location", item.LocationId)),
        Prose("description"), Phone, Listed("schedules", "schedules", "description"),
    ];

    private static readonly FixedColumn<HsdsObject>[] Programs =
    [
        Plain("id"), Organization, Plain("name"), Plain("alternate_name"), Prose("description"),
    ];

    public static IReadOnlyList<FixedColumn<HsdsObject>> Of(HsdsKind kind) => kind switch
    {
        HsdsKind.Organization => Organizations,
        HsdsKind.Service => Services,
        HsdsKind.Location => Locations,
        HsdsKind.ServiceAtLocation => ServicesAtLocations,
        HsdsKind.Program => Programs,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without columns."),
    };

    private static FixedColumn<HsdsObject> Hours => new(
        "hours", new("Часы работы первого места, по одной строке: `пн, вт 09:00-18:00`.", "Hours of the first location, one a line: `пн, вт 09:00-18:00`."), item => item.Hours());

    /// <summary>What only directories like this one say.</summary>
    private static IEnumerable<FixedColumn<HsdsObject>> Own(params string[] names) => names.Select(name => new FixedColumn<HsdsObject>(
        name, new($"Поле `{name}`, своё у справочника.", $"The field `{name}`, one of ours."), item => item.Text(name)));

    private static FixedColumn<HsdsObject> Phones(int number) => new(
        $"phone_{number}", new($"Телефон № {number}.", $"Telephone no. {number}."), item => item.Phone(number));

    private static FixedColumn<HsdsObject> Placed(string name) => new(
        name, new($"`{name}` первого места.", $"`{name}` of the first location."), item => item.LocationPart(name));

    private static FixedColumn<HsdsObject> Identified(string name, string scheme) => new(
        name, new($"Номер схемы `{scheme}`.", $"The identifier of the scheme `{scheme}`."), item => item.Identifier(scheme));

    private static FixedColumn<HsdsObject> Coded(string name, string taxonomy) => new(
        name, new($"Значения классификатора `{taxonomy}`, по одному в строке.", $"Values of the taxonomy `{taxonomy}`, one a line."), item => item.Coded(taxonomy));

    private static FixedColumn<HsdsObject> Plain(string name) => new(name, new($"Поле `{name}`.", $"The field `{name}`."), item => item.Text(name));

    private static FixedColumn<HsdsObject> Prose(string name) => new(name, new($"Поле `{name}`.", $"The field `{name}`."), item => item.Prose(name));

    private static FixedColumn<HsdsObject> Part(string name) => new(
        name, new($"`{name}` первого адреса.", $"`{name}` of the first address."), item => item.AddressPart(name));

    private static FixedColumn<HsdsObject> Listed(string name, string list, string property) => new(
        name, new($"`{property}` каждого из `{list}`, по одному в строке.", $"`{property}` of each of `{list}`, one a line."), item => item.Lines(list, property));
}
