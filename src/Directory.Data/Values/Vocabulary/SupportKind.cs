namespace CenterDirectory.Data.Values;

/// <summary>Kinds of support, ФЗ-7 article 31.1 and the practice of the centers.</summary>
public enum SupportKind
{
    /// <summary>Money: subsidies, grants, co-funding.</summary>
    Financial,

    /// <summary>Premises, equipment, other property.</summary>
    Property,

    /// <summary>Information.</summary>
    Informational,

    /// <summary>Advice.</summary>
    Consulting,

    /// <summary>Training of staff and volunteers.</summary>
    Training,

    /// <summary>Methods, templates, manuals.</summary>
    Methodological,

    /// <summary>Education programs.</summary>
    Educational,

    /// <summary>Help with organizing, events included.</summary>
    Organizational,

    /// <summary>Technology and technical help.</summary>
    Technical,

    /// <summary>Promotion in the media.</summary>
    MediaPromotion,

    /// <summary>Purchases from non-profits.</summary>
    Procurement,

    /// <summary>Tax relief.</summary>
    TaxRelief,
}
