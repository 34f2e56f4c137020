namespace CenterDirectory.Api.Pages.Words;

/// <summary>Telephone numbers in groups that can be read aloud.</summary>
internal static class PhoneWords
{
    /// <summary>Of a Russian number in E.164 <c>+7 343 200-00-01</c>; any other as it stands.</summary>
    public static string Of(string number) =>
        number is ['+', '7', .. { Length: 10 } rest] && rest.All(char.IsAsciiDigit)
            ? $"+7 {rest[..3]} {rest[3..6]}-{rest[6..8]}-{rest[8..]}"
            : number;
}
