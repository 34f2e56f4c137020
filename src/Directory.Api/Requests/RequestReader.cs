using System.Net.Mail;
using CenterDirectory.Api.Schema;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Api.Schema.Requests;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Requests;

/// <summary>A request as it will be.</summary>
internal sealed record RequestDraft(
    string Text, IReadOnlyList<SupportKind> SupportKinds, long TerritoryId, Audience? Audience, long? CenterId, string ContactName, ContactKind ContactKind, string Contact)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(RequestDraft);
}

/// <summary>Checks what somebody asks for. All that is wrong is said at once, and nothing of what was written is repeated in it.</summary>
internal sealed class RequestReader(DirectoryDb db, IOptions<RequestsOptions> options)
{
    /// <summary>Characters of a request at most.</summary>
    public const int LongestText = 4_000;

    private const int LongestName = 200;
    private const int LongestContact = 200;

    /// <summary>The request, or what is wrong with it.</summary>
    public async Task<(RequestDraft? Draft, IReadOnlyList<Error> Errors)> ReadAsync(RequestSupportInput input, CancellationToken cancellationToken)
    {
        var errors = new List<Error>();
        var text = TextOf(input.Text, LongestText, errors, "text");
        var name = TextOf(input.ContactName, LongestName, errors, "contactName");
        errors.AddRange(AdvertisingSigns.Of(input));
        var (kind, contact) = ContactOf(input.Contact, errors);
        if (!input.Consent.Accepted || input.Consent.TextVersion != options.Value.ConsentVersion)
        {
            errors.Add(RequestErrors.NoConsent(options.Value.ConsentVersion));
        }

        var territory = await Query.GetTerritory(db, input.Territory).Select(found => (long?)found.Id).FirstOrDefaultAsync(cancellationToken);
        if (territory is null)
        {
            errors.Add(ValidationError.Unknown("Такой территории в справочнике нет.", "The directory has no such territory.", "input", "territory"));
        }

        var center = await CenterAsync(input.CenterId, errors, cancellationToken);
        return errors.Count > 0
            ? (null, errors)
            : (new RequestDraft(text, [.. input.SupportKinds.Distinct()], territory!.Value, input.Audience, center, name, kind, contact), []);
    }

    /// <summary>A text without space around it and without what no keyboard writes.</summary>
    internal static string TextOf(string? given, int longest, List<Error> errors, params string[] path)
    {
        var text = given?.Trim() ?? "";
        if (text.Length == 0)
        {
            errors.Add(ValidationError.Missing("Заполните это поле.", "Fill in this field.", ["input", .. path]));
        }
        else if (text.Length > longest || text.Any(symbol => char.IsControl(symbol) && symbol is not ('\n' or '\r' or '\t')))
        {
            errors.Add(ValidationError.Wrong(
                $"Не больше {longest} знаков обычного текста.", $"At most {longest} characters of plain text.", ["input", .. path]));
        }

        return text;
    }

    private static (ContactKind Kind, string Contact) ContactOf(SupportContactInput given, List<Error> errors)
    {
        if (given.Phone is { } phone)
        {
            if (PhoneNumbers.TryRead(phone.Trim(), out var number) && number is not null)
            {
                return (ContactKind.Phone, number);
            }

            errors.Add(ValidationError.Wrong("Это не номер телефона; напишите его с кодом, +7…", "This is no telephone number; write it with its code, +7…", "input", "contact", "phone"));
            return (ContactKind.Phone, "");
        }

        if (given.Email is { } email)
        {
            var address = email.Trim();
            if (address.Length <= LongestContact && MailAddress.TryCreate(address, out var read) && read.Address == address && read.Host.Contains('.') && !address.Any(char.IsControl))
            {
                return (ContactKind.Email, address);
            }

            errors.Add(ValidationError.Wrong("Это не адрес почты.", "This is no mail address.", "input", "contact", "email"));
            return (ContactKind.Email, "");
        }

        return (ContactKind.Messenger, TextOf(given.Messenger, LongestContact, errors, "contact", "messenger"));
    }

    private async Task<long?> CenterAsync(string? id, List<Error> errors, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            return null;
        }

        var center = await EntryLookup.Find(db, db.Centers, id, null).Select(found => new { found.Id, found.Status }).FirstOrDefaultAsync(cancellationToken);
        if (center is null)
        {
            errors.Add(ValidationError.Unknown("Такого центра в справочнике нет.", "The directory has no such center.", "input", "centerId"));
        }
        else if (center.Status == CenterStatus.Closed)
        {
            errors.Add(ValidationError.Wrong("Этот центр закрыт; выберите другой.", "This center is closed; choose another one.", "input", "centerId"));
        }

        return center?.Id;
    }
}
