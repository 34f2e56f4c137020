using CenterDirectory.Api.Access;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Schema.Errors;

/// <summary>A value in the input is missing or wrong.</summary>
internal sealed record ValidationError(LocalizedText Text, ErrorCode Code, IReadOnlyList<string> Path)
    : Error(Text, Code, Path), IEditError, ISupportRequestError, IKeyError
{
    /// <summary>A value that cannot be left out is missing.</summary>
    public static ValidationError Missing(string ru, string en, params string[] path) => new(new LocalizedText(ru, en), ErrorCode.Required, path);

    /// <summary>A value is malformed or out of range.</summary>
    public static ValidationError Wrong(string ru, string en, params string[] path) => new(new LocalizedText(ru, en), ErrorCode.InvalidValue, path);

    /// <summary>An id or key names nothing.</summary>
    public static ValidationError Unknown(string ru, string en, params string[] path) => new(new LocalizedText(ru, en), ErrorCode.UnknownReference, path);
}

/// <summary>The object does not exist.</summary>
internal sealed record NotFoundError(LocalizedText Text, ErrorCode Code, IReadOnlyList<string> Path)
    : Error(Text, Code, Path), IEditError, ISupportRequestError, IKeyError
{
    /// <summary>The object to change is not there.</summary>
    public static NotFoundError At(params string[] path) => new(
        new LocalizedText("Такого объекта нет или его удалили.", "There is no such object, or it was deleted."), ErrorCode.NotFound, path);
}

/// <summary>The key may not do this.</summary>
internal sealed record NotPermittedError(LocalizedText Text, ErrorCode Code, IReadOnlyList<string> Path)
    : Error(Text, Code, Path), IEditError, ISupportRequestError, IKeyError
{
    private static readonly LocalizedText Beyond = new(
        "Ваш ключ не даёт права на это; обратитесь к оператору справочника.", "Your key gives no right to this; ask the operator of the directory.");

    private static readonly LocalizedText Own = new(
        "Свой центр не оценивает никто; попросите другого координатора или оператора.", "Nobody judges a center of their own; ask another coordinator or the operator.");

    private static readonly LocalizedText OwnSaid = new(
        "Это заявили вы сами: подтвердить или отклонить должен кто-то другой.", "You declared it yourself: somebody else has to confirm it or object.");

    /// <summary>Nobody agrees with themselves.</summary>
    public static NotPermittedError OwnWord(params string[] path) => new(OwnSaid, ErrorCode.OwnCenter, path);

    /// <summary>What stands against it; null if nothing does.</summary>
    public static NotPermittedError? Of(AccessVerdict verdict, params string[] path) => verdict switch
    {
        AccessVerdict.Permitted => null,
        AccessVerdict.OwnCenter => new(Own, ErrorCode.OwnCenter, path),
        _ => new(Beyond, ErrorCode.NotPermitted, path),
    };
}

/// <summary>The act does not fit the present state.</summary>
internal sealed record StateError(LocalizedText Text, ErrorCode Code, IReadOnlyList<string> Path)
    : Error(Text, Code, Path), IEditError, ISupportRequestError, IKeyError
{
    /// <summary>Says what state it is in and what that excludes.</summary>
    public static StateError Because(string ru, string en, params string[] path) => new(new LocalizedText(ru, en), ErrorCode.StateNotAllowed, path);
}

/// <summary>The idempotency key was used for another input.</summary>
internal sealed record IdempotencyError(LocalizedText Text, ErrorCode Code, IReadOnlyList<string> Path)
    : Error(Text, Code, Path), IEditError, ISupportRequestError, IKeyError
{
    /// <summary>The only one there is.</summary>
    public static IdempotencyError Reused { get; } = new(
        new LocalizedText(
            "Этот idempotencyKey уже был с другими данными; для нового действия возьмите новый.",
            "This idempotencyKey came with another input before; take a new one for a new act."),
        ErrorCode.IdempotencyKeyReused, ["input", "idempotencyKey"]);
}

/// <summary>The same fields were changed meanwhile; nothing was written.</summary>
/// <param name="Text">What is wrong and what to do, in both languages.</param>
/// <param name="Path">Where in the arguments.</param>
/// <param name="CurrentRevision">Revision to send next time.</param>
/// <param name="Fields">Fields in conflict, at most 50.</param>
internal sealed record ConflictError(LocalizedText Text, IReadOnlyList<string> Path, int CurrentRevision, IReadOnlyList<FieldConflict> Fields)
    : Error(Text, ErrorCode.Conflict, Path), IEditError
{
    /// <summary>Somebody else was faster.</summary>
    public static ConflictError At(int currentRevision, IReadOnlyList<FieldConflict> fields, params string[] path) => new(
        new LocalizedText(
            "Эти поля тем временем изменил кто-то другой; сравните значения и отправьте ещё раз с новым expectedRevision.",
            "Somebody else changed these fields meanwhile; compare the values and send again with the new expectedRevision."),
        path, currentRevision, fields);
}

/// <summary>Too many writes or requests.</summary>
/// <param name="Text">What is wrong and what to do, in both languages.</param>
/// <param name="Path">Where in the arguments.</param>
/// <param name="RetryAfterSeconds">When to try again.</param>
internal sealed record RateLimitedError(LocalizedText Text, IReadOnlyList<string> Path, int RetryAfterSeconds)
    : Error(Text, ErrorCode.RateLimited, Path), IEditError, ISupportRequestError, IKeyError
{
    /// <summary>Says when to try again.</summary>
    public static RateLimitedError After(int seconds) => new(
        new LocalizedText($"Слишком много изменений подряд; повторите через {seconds} с.", $"Too many writes in a row; try again in {seconds} s."), [], seconds);
}
