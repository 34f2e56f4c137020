using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Editing;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>What is wrong with an edit, in the words of the schema.</summary>
internal static class EditErrors
{
    private const int MostConflicts = 50;

    /// <summary>One error for each thing that is wrong; all conflicts are one.</summary>
    public static IEnumerable<IEditError> Of(IReadOnlyList<EditProblem> problems, EditFields? fields, int currentRevision)
    {
        var conflicts = problems.Where(problem => problem.Fault == EditFault.Conflict).ToList();
        if (conflicts.Count > 0)
        {
            yield return ConflictError.At(
                currentRevision, [.. conflicts.Where(problem => problem.Clash is not null).Take(MostConflicts).Select(problem => ConflictOf(problem, fields))], "input");
        }

        foreach (var problem in problems.Where(problem => problem.Fault != EditFault.Conflict))
        {
            yield return Of(problem, PathOf(problem.Field, fields));
        }
    }

    /// <summary>A name or id in the input that cannot be meant.</summary>
    public static ValidationError Unusable(string[] path) => path.Contains("emptyFields")
        ? ValidationError.Wrong(
            "Такого поля нет, или в том же запросе ему дано значение. Назовите поле карточки и не задавайте его.",
            "There is no such field, or the same input gives it a value. Name a field of the card and do not set it.", path)
        : ValidationError.Unknown(
            "Такого объекта нет. Возьмите id из справочника.", "There is no such object. Take the id from the directory.", path);

    /// <summary>An import writes for longer than one should be kept waiting.</summary>
    public static RateLimitedError Busy(int seconds) => new(
        new LocalizedText(
            $"Справочник принимает большое обновление; ничего не изменено. Повторите через {seconds} с.",
            $"The directory is taking in a large update; nothing was changed. Try again in {seconds} s."), [], seconds);

    private static IEditError Of(EditProblem problem, string[] path) => problem.Fault switch
    {
        EditFault.Required => ValidationError.Missing("Без этого поля нельзя; заполните его.", "This field cannot be left out; fill it in.", path),
        EditFault.UnknownReference => ValidationError.Unknown(
            "Такого объекта в справочнике нет. Проверьте код, slug или id.", "The directory has no such object. Check the code, slug or id.", path),
        EditFault.NotFound => NotFoundError.At(path),
        EditFault.State => StateError.Because(
            "Эту запись сообщает другой источник: её нельзя удалить, можно только изменить.",
            "Another source states this entry: it cannot be deleted, only changed.", path),
        _ => ValidationError.Wrong("Такого значения у этого поля быть не может; исправьте его.", "This is no value of this field; correct it.", path),
    };

    private static string[] PathOf(string? field, EditFields? fields) =>
        field is null ? ["input"] : fields is null ? ["input", field] : fields.PathOf(field, "input");

    private static FieldConflict ConflictOf(EditProblem problem, EditFields? fields) =>
        new(problem.Field!, fields?.TextOf(problem.Field!), TextOf(problem.Clash!.Theirs), problem.Clash.ChangedAt, problem.Clash.SourceId);

    /// <summary>A text as it is, anything else as JSON.</summary>
    private static string? TextOf(string? json)
    {
        if (json is null)
        {
            return null;
        }

        using var document = System.Text.Json.JsonDocument.Parse(json);
        return document.RootElement.ValueKind == System.Text.Json.JsonValueKind.String ? document.RootElement.GetString() : json;
    }
}
