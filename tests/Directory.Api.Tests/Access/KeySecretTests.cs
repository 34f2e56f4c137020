using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CenterDirectory.Api.Access;

namespace CenterDirectory.Api.Tests.Access;

/// <summary>What a secret looks like, and what cannot be one.</summary>
public sealed partial class KeySecretTests
{
    [Fact]
    public void It_is_256_random_bits_that_a_scanner_can_find()
    {
        var least = KeySecret.Create(new FixedBytes(0)).Reveal();
        var most = KeySecret.Create(new FixedBytes(255)).Reveal();

        Assert.All([least, most], secret => Assert.Matches(Form(), secret));
        // All bits are in it: the largest number takes all 43 letters, and is told from the smallest.
        Assert.StartsWith("cd_" + new string('0', 43), least, StringComparison.Ordinal);
        Assert.NotEqual('0', most[3]);
        Assert.All([least, most], secret => Assert.True(KeySecret.IsWellFormed(secret)));
    }

    [Fact]
    public void Two_are_never_the_same()
    {
        using var random = RandomNumberGenerator.Create();

        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => KeySecret.Create(random).Reveal()).Distinct().Count());
    }

    [Fact]
    public void Any_letter_mistyped_or_missing_is_noticed()
    {
        var secret = KeySecret.Create(new FixedBytes(7)).Reveal();

        for (var place = 0; place < secret.Length; place++)
        {
            var mistyped = secret[..place] + (secret[place] == 'x' ? 'y' : 'x') + secret[(place + 1)..];
            Assert.False(KeySecret.IsWellFormed(mistyped), mistyped);
            Assert.False(KeySecret.IsWellFormed(secret.Remove(place, 1)));
        }

        Assert.False(KeySecret.IsWellFormed(""));
        Assert.False(KeySecret.IsWellFormed(secret + "0"));
    }

    [Fact]
    public void Formatting_it_gives_nothing_away()
    {
        var secret = KeySecret.Create(new FixedBytes(7));

        Assert.Equal("cd_…", $"{secret}");
        Assert.Equal(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret.Reveal())), secret.Hash);
    }

    [GeneratedRegex("^cd_[0-9A-Za-z]{49}$")]
    private static partial Regex Form();

    private sealed class FixedBytes(byte value) : RandomNumberGenerator
    {
        public override void GetBytes(byte[] data) => Array.Fill(data, value);
    }
}
