using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Requests;

/// <summary>What people hear whose request cannot be taken, or not so.</summary>
internal static class RequestErrors
{
    /// <summary>Without a key nothing is written down.</summary>
    public static readonly StateError NotSetUp = StateError.Because(
        "Этот справочник пока не принимает заявки: его оператор не настроил защиту личных данных. Обратитесь в центр напрямую.",
        "This directory takes no requests yet: its operator has not set up the protection of personal data. Turn to a center directly.");

    /// <summary>It was sent twice.</summary>
    public static readonly StateError Duplicate = StateError.Because(
        "Такая заявка с этим контактом уже принята; второй раз отправлять её не нужно.",
        "The same request with this contact was taken already; there is no need to send it twice.", "input", "text");

    /// <summary>It was sent, and is not there any more.</summary>
    public static readonly StateError Gone = StateError.Because(
        "Эта заявка уже отозвана или удалена; для новой возьмите новый idempotencyKey.",
        "This request was withdrawn or erased; take a new idempotencyKey for a new one.", "input", "idempotencyKey");

    /// <summary>The same for people.</summary>
    public static readonly LocalizedText UnknownReceipt = new(
        "Заявки с такой квитанцией нет. Проверьте, что квитанция скопирована целиком.", "No request has this receipt. Check that you copied all of it.");

    /// <summary>No request has it.</summary>
    public static readonly NotFoundError NoSuchReceipt = NotFoundError.At("input", "receipt");

    /// <summary>Somebody else did something with it at the same moment.</summary>
    public static readonly StateError Overtaken = StateError.Because(
        "С этой заявкой только что что-то сделал кто-то другой; посмотрите на неё ещё раз.",
        "Somebody else has just done something with this request; look at it again.", "input", "id");

    /// <summary>Its state does not allow it.</summary>
    public static StateError Not(SupportRequestState state) => state switch
    {
        SupportRequestState.Closed => StateError.Because("Заявка закрыта.", "The request is closed.", "input", "id"),
        SupportRequestState.Answered => StateError.Because("На заявку уже ответили.", "The request was answered already.", "input", "id"),
        SupportRequestState.Accepted => StateError.Because("Заявку уже приняли.", "The request was accepted already.", "input", "id"),
        _ => StateError.Because("Заявка в другом состоянии.", "The request is in another state.", "input", "id"),
    };

    /// <summary>No consent, or to another text.</summary>
    public static ValidationError NoConsent(string version) => new(
        new LocalizedText(
            $"Нужно согласие на обработку личных данных с текстом версии «{version}»: он на странице /privacy/requests.",
            $"Consent to the processing of personal data is needed, to the text of version '{version}' at /privacy/requests."),
        ErrorCode.ConsentRequired, ["input", "consent"]);

    /// <summary>One request too many.</summary>
    public static RateLimitedError TooMany(int seconds) => new(
        new LocalizedText(
            $"За сутки отправлено слишком много заявок; следующую можно отправить через {Hours(seconds)} ч.",
            $"Too many requests were sent in a day; the next may be sent in {Hours(seconds)} h."), [], seconds);

    private static int Hours(int seconds) => Math.Max(1, (seconds + 3_599) / 3_600);
}
