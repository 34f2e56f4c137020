using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Importers.Mapping;

namespace CenterDirectory.Importers.Tests.Mapping;

public sealed class OpeningHoursTextTests
{
    private const string Workdays = """["Monday","Tuesday","Wednesday","Thursday","Friday"]""";

    [Theory]
    [InlineData("пн-пт 9:00-18:00", Workdays, "09:00:00", "18:00:00")]
    [InlineData("Пн – Пт: с 9 до 18", Workdays, "09:00:00", "18:00:00")]
    [InlineData("понедельник–пятница 09.30 — 17.15", Workdays, "09:30:00", "17:15:00")]
    [InlineData("по будням 9:00-18:00", Workdays, "09:00:00", "18:00:00")]
    [InlineData("Mon–Fri 9–17", Workdays, "09:00:00", "17:00:00")]
    [InlineData("вт, чт 10:00-19:00", """["Tuesday","Thursday"]""", "10:00:00", "19:00:00")]
    [InlineData("пн. и ср. с 10:00 до 13:00", """["Monday","Wednesday"]""", "10:00:00", "13:00:00")]
    [InlineData("сб-вт 12-20", """["Monday","Tuesday","Saturday","Sunday"]""", "12:00:00", "20:00:00")]
    [InlineData("пт 18:00-24:00", """["Friday"]""", "18:00:00", "00:00:00")]
    [InlineData("ежедневно 8-22", """["Monday","Tuesday","Wednesday","Thursday","Friday","Saturday","Sunday"]""", "08:00:00", "22:00:00")]
    public void A_row_gives_days_and_times(string text, string days, string opens, string closes)
    {
        Assert.True(OpeningHoursText.TryRead(text, out var hours));
        Assert.Equal($$"""{"weekdays":{{days}},"opensAt":"{{opens}}","closesAt":"{{closes}}","text":"{{text}}"}""", JsonSerializer.Serialize(hours, DirectoryJson.Options));
    }

    [Theory]
    [InlineData("сб, вс: выходной")]
    [InlineData("Сб–Вс выходные дни")]
    [InlineData("sat, sun closed")]
    public void A_closed_day_has_no_times(string text)
    {
        Assert.True(OpeningHoursText.TryRead(text, out var hours));
        Assert.Equal($$"""{"weekdays":["Saturday","Sunday"],"text":"{{text}}"}""", JsonSerializer.Serialize(hours, DirectoryJson.Options));
    }

    [Theory]
    [InlineData("пн-пт 9:00-18:00, обед 13:00-14:00")]
    [InlineData("пн-пт 9:00-25:00")]
    [InlineData("пн-пт 9:00-9:00")]
    [InlineData("пн-пт 9:75-18:00")]
    [InlineData("пн-пт")]
    [InlineData("9:00-18:00")]
    [InlineData("по записи")]
    [InlineData("пн-пт круглосуточно")]
    [InlineData("")]
    public void What_is_not_plain_is_not_guessed_at(string text) => Assert.False(OpeningHoursText.TryRead(text, out _));
}
