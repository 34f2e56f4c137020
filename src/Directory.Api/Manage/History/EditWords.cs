using System.Text.Json;
using CenterDirectory.Api.Manage.Cards;
using CenterDirectory.Api.Manage.Forms;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Api.Schema.Provenance;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Manage.History;

/// <summary>A field before and after an edit, for people.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Before">What the center said before; null if nothing.</param>
/// <param name="After">What it says; null if nothing any more.</param>
internal sealed record FieldChange(string Label, string? Before, string? After);

/// <summary>Puts edits into words.</summary>
/// <param name="language">Language of the words.</param>
internal sealed class EditWords(PageLanguage language)
{
    private const int Longest = 300;

    private static readonly Dictionary<string, (EntryForm Form, Type Type)> Forms = new(StringComparer.Ordinal)
    {
        [nameof(Center)] = (new CenterForm(), typeof(Center)), [nameof(Service)] = (new ServiceForm(), typeof(Service)), [nameof(Event)] = (new EventForm(), typeof(Event)),
    };

    private static readonly Dictionary<string, LocalizedText> Acts = new(StringComparer.Ordinal)
    {
        ["createCenter"] = new("добавлен центр", "center added"), ["updateCenter"] = new("карточка центра", "card of the center"),
        ["createService"] = new("добавлена услуга", "service added"), ["updateService"] = new("услуга", "service"),
        ["createEvent"] = new("добавлено событие", "event added"), ["updateEvent"] = new("событие", "event"),
        ["postponeEvent"] = new("событие перенесено", "event postponed"), ["cancelEvent"] = new("событие отменено", "event called off"),
        ["confirmEntry"] = new("подтверждено: всё верно", "confirmed"), ["deleteEntry"] = new("удалено", "deleted"),
        ["undoEdit"] = new("отмена правки", "edit undone"), ["applyEdits"] = new("несколько правок", "several edits"),
        ["declareStandard"] = new("заявлен стандарт", "standard declared"), ["reviewStandard"] = new("решение по стандарту", "verdict on a standard"),
        ["addPersonRole"] = new("добавлен человек", "person added"), ["removePersonRole"] = new("человек убран", "person removed"),
        ["linkNews"] = new("добавлена новость", "article linked"), ["unlinkNews"] = new("новость убрана", "article unlinked"),
    };

    /// <summary>What was done.</summary>
    public string Act(string? act) => act is not null && Acts.TryGetValue(act, out var words) ? language.Pick(words) : act ?? language.Pick("правка", "edit");

    /// <summary>What an edit is about: the name that the record states; null if it states none.</summary>
    public static string? NameOf(RecordEdit edit)
    {
        var payload = JsonElement.Parse(edit.After ?? edit.Before ?? "{}");
        return payload.TryGetProperty(edit.Kind is nameof(Event) or nameof(NewsItem) ? "title" : "name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
    }

    /// <summary>The fields that an edit changed; what only joins entries has none for people.</summary>
    public IReadOnlyList<FieldChange> Changes(RecordEdit edit)
    {
        if (!Forms.TryGetValue(edit.Kind, out var known))
        {
            return [];
        }

        var (before, after) = (JsonElement.Parse(edit.Before ?? "{}"), JsonElement.Parse(edit.After ?? "{}"));
        var names = before.EnumerateObject().Concat(after.EnumerateObject()).Select(field => field.Name).Distinct();
        return [.. names.Where(name => TextOf(before, name) != TextOf(after, name) && name is not ("center" or "confirmedAt"))
            .Select(name => new FieldChange(LabelOf(known.Form, name), Told(known, name, before), Told(known, name, after)))];
    }

    private string LabelOf(EntryForm form, string name) => form.Fields.FirstOrDefault(field => field.Stated == name) is { } field
        ? language.Pick(field.Label)
        : name == "previousDate" ? language.Pick("Прежняя дата", "Former date") : name == "statusReason" ? language.Pick("Причина", "Reason") : FieldWords.Of(language, name);

    private static string? TextOf(JsonElement payload, string name) => payload.TryGetProperty(name, out var value) ? value.GetRawText() : null;

    private string? Told((EntryForm Form, Type Type) known, string name, JsonElement payload)
    {
        if (!payload.TryGetProperty(name, out var value))
        {
            return null;
        }

        var field = known.Form.Fields.FirstOrDefault(one => one.Stated == name);
        var text = StatedFields.Of(known.Type).TryGetValue(name, out var shape) ? StatedText.Of(shape.Property.PropertyType, value) : value.ToString();
        if (text is null)
        {
            return language.Pick("ничего", "nothing");
        }

        if (shape?.Property.PropertyType == typeof(DateTime?) && value.TryGetDateTime(out var moment))
        {
            return language.Time(moment.ToUniversalTime());
        }

        var told = field?.Control.OfStated(text, null) is { } written ? field.Control.Tell(language, written)
            : shape?.Property.PropertyType is { IsEnum: true } type && Enum.TryParse(type, value.GetString(), out var term) ? Labels.Of(language, (Enum)term!)
            : text;
        return told.Length <= Longest ? told : told[..Longest] + "…";
    }
}
