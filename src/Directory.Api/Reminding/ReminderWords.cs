using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.Api.Delivering;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Reminding;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Reminding;

/// <summary>What people and programs are reminded with: what is public anyway, and where to put it right.</summary>
internal sealed class ReminderWords(SiteOrigin site, IOptions<RemindersOptions> options)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string Link => options.Value.Link.StartsWith('/') ? site.Lasting + options.Value.Link : options.Value.Link;

    /// <summary>The same for the same reminder, however often it is sent.</summary>
    public static string IdOf(Reminder reminder) => string.Create(CultureInfo.InvariantCulture, $"reminder-{reminder.Id}");

    /// <summary>The body of a webhook to the desk of a center.</summary>
    public byte[] BodyOf(Reminder reminder, CenterDuties duties) => Body(reminder, "center.reminder", new JsonObject
    {
        ["center"] = duties.Center.Slug,
        ["staleSince"] = duties.StaleSince is { } since ? Instant(since) : null,
        ["staleProjects"] = Slugs(duties.StaleProjects),
        ["overdueProjects"] = Slugs(duties.OverdueProjects),
        ["endingConfirmations"] = new JsonArray([.. duties.EndingConfirmations.Select(declaration => (JsonNode)new JsonObject
        {
            ["service"] = declaration.Service.Slug, ["standard"] = declaration.Standard.Slug, ["expiresOn"] = Day(declaration.ExpiresOn!.Value),
        })]),
        ["url"] = Link,
    });

    /// <summary>The body of a webhook to those who look after all centers.</summary>
    public byte[] BodyOf(Reminder reminder, DirectoryDuties duties) => Body(reminder, "directory.reminder", new JsonObject
    {
        ["staleCenters"] = duties.StaleCenters, ["staleProjects"] = duties.StaleProjects, ["overdueProjects"] = duties.OverdueProjects,
        ["pendingDeclarations"] = duties.PendingDeclarations, ["url"] = Link,
    });

    /// <summary>A letter to the people of a center.</summary>
    public Letter LetterOf(Reminder reminder, CenterDuties duties, string to)
    {
        var text = new StringBuilder("Здравствуйте!\n\n").Append("Карточка «").Append(duties.Center.DisplayName).Append("» ждёт вашего слова.\n");
        if (duties.StaleSince is { } since)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nНикто не подтверждал её с {since:dd.MM.yyyy}: на сайтах она помечена как давно не подтверждённая. Если всё верно, достаточно нажать «Подтвердить»; если нет – исправьте.\n");
        }

        Name(text, "Проекты, о которых давно ничего не слышно", duties.StaleProjects.Select(project => project.DisplayName));
        Name(text, "Проекты, которые закончились, а что из них вышло, не сказано", duties.OverdueProjects.Select(project => project.DisplayName));
        Name(text, "Подтверждения по стандартам, срок которых выходит или вышел", duties.EndingConfirmations.Select(declaration =>
            string.Create(CultureInfo.InvariantCulture, $"{declaration.Service.DisplayName} – {declaration.Standard.DisplayName}, по {declaration.ExpiresOn:dd.MM.yyyy}")));
        return Signed(text, IdOf(reminder), to, $"Карточка «{duties.Center.DisplayName}»: подтвердите или исправьте", "Your card in the directory wants a word from you: confirm it, or correct it");
    }

    /// <summary>A letter to those who look after all centers.</summary>
    public Letter LetterOf(Reminder reminder, DirectoryDuties duties, string to)
    {
        var text = new StringBuilder("Здравствуйте!\n\n").Append(CultureInfo.InvariantCulture, $"""
            Центров, чьи карточки давно не подтверждались: {duties.StaleCenters}
            Проектов, о которых давно ничего не слышно: {duties.StaleProjects}
            Проектов без итога: {duties.OverdueProjects}
            Заявлений по стандартам без ответа: {duties.PendingDeclarations}

            """);
        return Signed(text, IdOf(reminder), to, "Справочник центров: кто давно молчит", "Centers that fell silent, projects without an outcome, declarations without a verdict");
    }

    private Letter Signed(StringBuilder text, string id, string to, string subject, string english)
    {
        text.Append("\nСделать это (нужен ключ): ").Append(Link).Append("\n\n").Append(english).Append(" (a key is needed): ").Append(Link).Append("\n\n")
            .Append(CultureInfo.InvariantCulture, $"Такое письмо приходит не чаще чем раз в {options.Value.EveryDays} дн. и только пока есть о чём напомнить.\n");
        return new Letter(id, to, subject, text.ToString());
    }

    private static void Name(StringBuilder text, string title, IEnumerable<string> names)
    {
        foreach (var (index, name) in names.Index())
        {
            text.Append(index == 0 ? $"\n{title}:\n" : "").Append("– ").Append(name).Append('\n');
        }
    }

    private static byte[] Body(Reminder reminder, string type, JsonObject about) => Encoding.UTF8.GetBytes(
        new JsonObject { ["type"] = type, ["timestamp"] = Instant(reminder.CreatedAt), ["data"] = about }.ToJsonString(Plain));

    private static JsonArray Slugs(IReadOnlyList<Project> projects) => new([.. projects.Select(project => (JsonNode?)project.Slug)]);

    private static string Instant(DateTime instant) => instant.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
