using System.Globalization;
using System.Security.Cryptography;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Mapping;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Requests;

/// <summary>What is kept of a person, for the person who asks for it (ФЗ-152, articles 14 and 20).</summary>
/// <param name="Id">Number of the request.</param>
/// <param name="CreatedAt">When it came.</param>
/// <param name="ConsentVersion">Version of the text that was consented to.</param>
/// <param name="ErasesOn">When it will be erased.</param>
/// <param name="State">Its state.</param>
/// <param name="Territory">Where.</param>
/// <param name="Center">Who has it.</param>
/// <param name="SupportKinds">What is needed.</param>
/// <param name="Audience">Who asks.</param>
/// <param name="Text">The need.</param>
/// <param name="ContactName">How to address the asker.</param>
/// <param name="Contact">How to answer.</param>
/// <param name="Note">Note of whoever passed it on.</param>
/// <param name="Answers">The answers.</param>
internal sealed record RequestFile(
    long Id, DateTime CreatedAt, string ConsentVersion, DateOnly ErasesOn, SupportRequestState State, string? Territory, string? Center,
    IReadOnlyList<SupportKind> SupportKinds, Audience? Audience, string? Text, string? ContactName, string? Contact, string? Note, IReadOnlyList<string> Answers)
{
    /// <inheritdoc/>
    public override string ToString() => $"SupportRequest {Id.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>Finds the requests of a person, and reads them for the person.</summary>
internal sealed class RequestFiles(DirectoryDb db, RequestVault vault)
{
    /// <summary>The requests of a contact, however a telephone number is written.</summary>
    public async Task<IReadOnlyList<long>> OfContactAsync(string contact, CancellationToken cancellationToken)
    {
        var typed = contact.Trim();
        var written = PhoneNumbers.TryRead(typed, out var number) && number is not null ? new[] { typed, number } : [typed];
        var marks = written.SelectMany(vault.MarksOf).ToList();
        var found = await db.SupportRequests.Where(request => request.ContactMark != null && marks.Contains(request.ContactMark))
            .OrderBy(request => request.Id).Select(request => request.Id).ToListAsync(cancellationToken);
        return found.Count > 0 ? found : await SearchAsync(written, cancellationToken);
    }

    /// <summary>All that is kept of a request; null if there is none.</summary>
    /// <exception cref="CryptographicException">The key is not in the configuration.</exception>
    public async Task<RequestFile?> ReadAsync(long id, CancellationToken cancellationToken)
    {
        var request = await db.SupportRequests.AsNoTracking().Include(known => known.Messages).Include(known => known.Territory).Include(known => known.Center)
            .SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (request is null)
        {
            return null;
        }

        var words = vault.WordsOf(request);
        return new RequestFile(
            request.Id, request.CreatedAt, request.ConsentVersion, request.ErasesOn, request.State, request.Territory?.Name, request.Center?.DisplayName,
            request.SupportKinds, request.Audience, words?.Text, words?.ContactName, words?.Contact, vault.NoteOf(request),
            [.. request.Messages.OrderBy(message => message.SentAt).Select(vault.TextOf)]);
    }

    /// <summary>Messenger accounts and addresses are written in more than one way: where the mark finds nothing, all are read.</summary>
    private async Task<IReadOnlyList<long>> SearchAsync(string[] written, CancellationToken cancellationToken)
    {
        var found = new List<long>();
        await foreach (var request in db.SupportRequests.AsNoTracking().Where(known => known.Sealed != null).OrderBy(known => known.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (vault.WordsOf(request) is { } words && written.Contains(words.Contact, StringComparer.OrdinalIgnoreCase))
            {
                found.Add(request.Id);
            }
        }

        return found;
    }
}
