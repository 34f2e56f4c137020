namespace CenterDirectory.Data.Values;

/// <summary>The reach of an event.</summary>
public enum EventLevel
{
    /// <summary>International.</summary>
    International,

    /// <summary>The whole country.</summary>
    Federal,

    /// <summary>Several regions.</summary>
    Interregional,

    /// <summary>One region.</summary>
    Regional,

    /// <summary>One municipality.</summary>
    Municipal,
}
