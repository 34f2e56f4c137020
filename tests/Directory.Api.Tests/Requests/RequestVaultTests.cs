using System.Security.Cryptography;
using System.Text;
using CenterDirectory.Api.Requests;
using CenterDirectory.Data.Requests;
using CenterDirectory.Data.Values;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Tests.Requests;

/// <summary>What is entrusted to us is not to be read, moved or changed by whoever has the database alone.</summary>
public sealed class RequestVaultTests
{
    private static readonly RequestWords Said = new("Нужна помощь", "Пелагея", ContactKind.Phone, "+79991234567", "receipt");

    private static readonly string OtherKey = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray());

    [Fact]
    public void What_is_sealed_opens_and_is_different_each_time()
    {
        var vault = Vault(RequestStage.EncryptionKey);
        var (one, other) = (new SupportRequest { Id = 1 }, new SupportRequest { Id = 1 });
        vault.Seal(one, Said);
        vault.Seal(other, Said);

        Assert.Equal(Said, vault.WordsOf(one));
        Assert.NotEqual(one.Sealed, other.Sealed);
        Assert.DoesNotContain("Пелагея", Encoding.UTF8.GetString(one.Sealed!), StringComparison.Ordinal);
        Assert.DoesNotContain("Пелагея", Said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_belong_to_their_row()
    {
        var vault = Vault(RequestStage.EncryptionKey);
        var request = new SupportRequest { Id = 1 };
        vault.Seal(request, Said);

        Assert.ThrowsAny<CryptographicException>(() => vault.WordsOf(new SupportRequest { Id = 2, Sealed = request.Sealed }));
        request.Sealed![^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => vault.WordsOf(request));
    }

    [Fact]
    public void An_old_key_still_reads_and_marks()
    {
        var request = new SupportRequest { Id = 1 };
        var before = Vault(OtherKey);
        before.Seal(request, Said);

        var after = Vault(RequestStage.EncryptionKey, OtherKey);

        Assert.Equal(Said, after.WordsOf(request));
        Assert.Contains(before.MarkOf("a"), after.MarksOf("a"));
        Assert.NotEqual(before.MarkOf("a"), after.MarkOf("a"));
        Assert.Contains("Requests:OldKeys", Assert.Throws<CryptographicException>(() => Vault(RequestStage.EncryptionKey).WordsOf(request)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("AAECAwQFBgcICQoLDA0ODw==")]
    public void A_key_that_is_none_stops_the_start(string key) =>
        Assert.True(new RequestsOptionsValidation().Validate(null, new RequestsOptions { EncryptionKey = key }).Failed);

    private static RequestVault Vault(string key, params string[] old)
    {
        var options = new RequestsOptions { EncryptionKey = key };
        foreach (var known in old)
        {
            options.OldKeys.Add(known);
        }

        return new RequestVault(Options.Create(options), RandomNumberGenerator.Create());
    }
}
