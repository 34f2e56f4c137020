namespace CenterDirectory.Api.Embedding;

/// <summary>Where other sites find the widgets.</summary>
internal static class EmbedAddresses
{
    /// <summary>The script that follows compatible releases.</summary>
    public const string Script = "/embed/v1/center-directory.js";

    /// <summary>What makes a frame as high as the page inside it.</summary>
    public const string FrameScript = "/embed/v1/frame-height.js";

    private static readonly string Release = typeof(EmbedAddresses).Assembly.GetName().Version!.ToString(3);

    /// <summary>The script of this release, which never changes under its address.</summary>
    public static string LastingScript => $"/embed/{Release}-{WidgetScript.Module.Fingerprint}/center-directory.js";

    /// <summary>Words and labels of a language.</summary>
    public static string Texts(string language) => $"/embed/texts/{language}.{WidgetTexts.ByLanguage[language].Fingerprint}.json";
}
