using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.Api.Delivering;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data.Requests;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Requests.Delivering;

/// <summary>
/// What desks and askers are told. Desks get a link and a state: whoever opens the link with a key reads the rest here, and nothing of it stays in
/// other people's mailboxes. <see cref="RequestsOptions.SendPersonalData"/> is for operators who want it otherwise and answer for it.
/// </summary>
internal sealed class DeliveryWords(RequestVault vault, SiteOrigin site, IOptions<RequestsOptions> options, IOptions<DeliveryOptions> desks)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The desk that a delivery goes to, as it is configured now.</summary>
    public DeskOptions? DeskOf(RequestDelivery word) => desks.Value.Desks.FirstOrDefault(desk => desk.Center == word.Desk);

    /// <summary>The same for the same word, however often it is sent.</summary>
    public static string IdOf(RequestDelivery delivery) => string.Create(CultureInfo.InvariantCulture, $"request-delivery-{delivery.Id}");

    /// <summary>The body of a webhook.</summary>
    public byte[] BodyOf(RequestDelivery delivery, SupportRequest request)
    {
        var about = new JsonObject
        {
            ["id"] = GlobalId.Encode(nameof(SupportRequest), request.Id),
            ["state"] = delivery.State.ToString().ToUpperInvariant(),
            ["center"] = request.Center?.Slug,
            ["url"] = LinkOf(request),
        };
        if (options.Value.SendPersonalData && vault.WordsOf(request) is { } words)
        {
            about["text"] = words.Text;
            about["contactName"] = words.ContactName;
            about["contact"] = new JsonObject { ["kind"] = words.Kind.ToString().ToUpperInvariant(), ["value"] = words.Contact };
        }

        var body = new JsonObject
        {
            ["type"] = "request." + delivery.Event.ToString().ToLowerInvariant(),
            ["timestamp"] = delivery.HappenedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["data"] = about,
        };
        return Encoding.UTF8.GetBytes(body.ToJsonString(Plain));
    }

    /// <summary>A letter to a desk.</summary>
    public Letter LetterOf(RequestDelivery delivery, SupportRequest request, DeskOptions desk)
    {
        var (what, inEnglish) = delivery.Event switch
        {
            RequestEvent.Arrived => ("Новая заявка на поддержку", "A new request for support"),
            RequestEvent.Forwarded => ("Вам передали заявку на поддержку", "A request for support was forwarded to you"),
            RequestEvent.Withdrawn => ("Заявку на поддержку отозвали", "A request for support was withdrawn"),
            _ => ("На заявку ответили", "A request was answered"),
        };
        var text = new StringBuilder()
            .Append(what).Append(". ").Append("Прочитать и ответить (нужен ключ):\n").Append(LinkOf(request)).Append("\n\n")
            .Append(inEnglish).Append(". ").Append("To read and answer it (a key is needed) follow the link above.\n");
        if (options.Value.SendPersonalData && vault.WordsOf(request) is { } words)
        {
            text.Append('\n').Append(words.ContactName).Append(", ").Append(words.Contact).Append("\n\n").Append(words.Text).Append('\n');
        }

        return new Letter(IdOf(delivery), desk.Mail, $"{what} № {request.Id.ToString(CultureInfo.InvariantCulture)}", text.ToString());
    }

    /// <summary>The answer to the asker; null if there is nobody to send it to any more.</summary>
    public Letter? AnswerOf(RequestDelivery delivery, SupportRequest request, SupportMessage message)
    {
        if (vault.WordsOf(request) is not { Kind: ContactKind.Email } words)
        {
            return null;
        }

        var from = message.Center?.DisplayName is { } name ? $"отвечает центр «{name}»" : "отвечает координатор";
        var text = $"""
            Здравствуйте, {words.ContactName}!

            На вашу заявку от {request.CreatedAt.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)} {from}:

            {vault.TextOf(message)}

            Это письмо отправлено автоматически, отвечать на него не нужно.
            This is an answer to your request for support; please do not reply to this letter.

            """;
        return new Letter(IdOf(delivery), words.Contact, "Ответ на вашу заявку", text);
    }

    private string LinkOf(SupportRequest request)
    {
        var link = options.Value.Link.Replace("{id}", Uri.EscapeDataString(GlobalId.Encode(nameof(SupportRequest), request.Id)), StringComparison.Ordinal);
        return link.StartsWith('/') ? site.Lasting + link : link;
    }
}
