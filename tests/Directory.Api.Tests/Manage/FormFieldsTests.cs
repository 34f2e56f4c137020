using CenterDirectory.Api.Manage.Cards;
using CenterDirectory.Api.Manage.Controls;
using CenterDirectory.Api.Manage.Forms;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Api.Schema.Places;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Tests.Manage;

/// <summary>What can be filled in, and what becomes of what people type.</summary>
public sealed class FormFieldsTests
{
    [Theory]
    [InlineData(typeof(CenterInput), typeof(CenterForm))]
    [InlineData(typeof(ServiceInput), typeof(ServiceForm))]
    [InlineData(typeof(EventInput), typeof(EventForm))]
    public void Everything_that_a_program_can_say_of_a_card_a_person_can_say_too(Type input, Type form)
    {
        var fields = ((EntryForm)Activator.CreateInstance(form)!).Fields;
        var wanted = input.GetProperties().Where(property => property.Name != "EmptyFields").SelectMany(property => property.PropertyType == typeof(Optional<LocalizedTextInput?>)
            ? new[] { Naming.Camel(property.Name) + ".ru", Naming.Camel(property.Name) + ".en" }
            : [Naming.Camel(property.Name)]);

        Assert.Equal(wanted.Order(), fields.Select(field => field.Name.Contains('.', StringComparison.Ordinal) ? field.Name : field.Input).Order());
        Assert.Equal(fields.Count, fields.Select(field => field.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("15.03.2026", "2026-03-15")]
    [InlineData("5.3.2026", "2026-03-05")]
    [InlineData("03.2026", "2026-03")]
    [InlineData("2026", "2026")]
    [InlineData("2026-03-15/2026-03-17", "2026-03-15/2026-03-17")]
    [InlineData("31.02.2026", null)]
    [InlineData("скоро", null)]
    public async Task Dates_are_read_as_people_write_them(string text, string? date) =>
        Assert.Equal(date, ((FuzzyDate?)(await new DateControl().ReadAsync(text, null!)).Value)?.Value);

    [Theory]
    [InlineData("example.ru", "https://example.ru/")]
    [InlineData("http://example.ru/a?b=1", "http://example.ru/a?b=1")]
    [InlineData("javascript://example.ru/%0aalert(1)", null)]
    [InlineData("ftp://example.ru/", null)]
    [InlineData("https://user@example.ru/", null)]
    [InlineData("раз два", null)]
    [InlineData("сайт", null)]
    public async Task Addresses_may_leave_out_how_they_begin_and_are_of_the_web(string text, string? address) =>
        Assert.Equal(address, (await new WebControl().ReadAsync(text, null!)).Value?.ToString());

    [Theory]
    [InlineData("1500", 150_000L)]
    [InlineData("1 500,50", 150_050L)]
    [InlineData("0", 0L)]
    [InlineData("-1", null)]
    [InlineData("1,505", null)]
    [InlineData("дорого", null)]
    public async Task Sums_are_in_roubles(string text, long? amount) =>
        Assert.Equal(amount, ((MoneyInput?)(await new RoublesControl().ReadAsync(text, null!)).Value)?.AmountMinor);

    [Theory]
    [InlineData("54.98, 73.36", 54.98, 73.36)]
    [InlineData("54.98 73.36", 54.98, 73.36)]
    [InlineData("154, 73", null, null)]
    [InlineData("54", null, null)]
    public async Task Points_are_as_maps_write_them(string text, double? latitude, double? longitude)
    {
        var point = (GeoPointInput?)(await new PointControl().ReadAsync(text, null!)).Value;

        Assert.Equal((latitude, longitude), (point?.Latitude, point?.Longitude));
    }

    [Theory]
    [InlineData("MONDAY,TUESDAY\t09:00\t18:00\t\t\t", true)]
    [InlineData("MONDAY\t\t\t\t\tзакрыто", true)]
    [InlineData("\t09:00\t18:00\t\t\t", false)]
    [InlineData("MONDAY\t18:00\t09:00\t\t\t", false)]
    [InlineData("MONDAY\t09:00\t\t\t\t", false)]
    [InlineData("MONDAY\tутром\t18:00\t\t\t", false)]
    public async Task Hours_have_days_and_open_before_they_close(string row, bool isRight) =>
        Assert.Equal(isRight, (await new HoursControl().ReadAsync(row, null!)).Flaw is null);

    [Theory]
    [InlineData("PHONE\t+7 (3812) 12-34-56\t", true)]
    [InlineData("PHONE\tзвоните\t", false)]
    [InlineData("EMAIL\tcentr@example.ru\tприёмная", true)]
    [InlineData("EMAIL\tне почта\t", false)]
    [InlineData("MESSENGER\t@centr\t", true)]
    [InlineData("OTHER\t\tприёмная", false)]
    public async Task Contacts_look_like_what_they_are(string row, bool isRight) =>
        Assert.Equal(isRight, (await new ContactsControl().ReadAsync(row, null!)).Flaw is null);

    [Fact]
    public async Task Hours_and_contacts_that_a_source_states_are_put_in_as_if_typed()
    {
        var hours = new HoursControl().OfStated("""[{"weekdays":["MONDAY","FRIDAY"],"opensAt":"09:00:00","closesAt":"18:00:00"}]""", null)!;
        var contacts = new ContactsControl().OfStated("""[{"kind":"EMAIL","value":"a@b.example","label":"приёмная"}]""", null)!;

        Assert.Equal("пн, пт: 9:00–18:00", new HoursControl().Tell(PageLanguage.Russian, hours));
        Assert.Equal("a@b.example (приёмная)", new ContactsControl().Tell(PageLanguage.Russian, contacts));
        Assert.Equal([new ContactInput(ContactKind.Email, "a@b.example", "приёмная")], (List<ContactInput>)(await new ContactsControl().ReadAsync(contacts, null!)).Value!);
    }
}
