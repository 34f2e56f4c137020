namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Families of legal forms, as bits: names put several of them together.</summary>
[Flags]
internal enum OrganizationForm
{
    None = 0,
    PublicOrganization = 1,
    Autonomous = 2,
    Fund = 4,
    Partnership = 8,
    Association = 16,
    Institution = 32,
    Movement = 64,
    Religious = 128,
    SelfGovernment = 256,
    Gardeners = 512,
    Union = 1024,
    Company = 2048,
    Cossacks = 4096,
    Autonomy = 8192,
    Homeowners = 16384,
    Cooperative = 32768,

    /// <summary>«Некоммерческая организация», «учреждение» of nobody knows whom: any of them.</summary>
    NonProfit = 1 << 20,

    /// <summary>«ООО»: общероссийская общественная организация, or a company.</summary>
    PublicOrCompany = 1 << 21,

    /// <summary>«Благотворительная»: says what it does rather than what it is.</summary>
    Charity = 1 << 22,
}

/// <summary>Sets of forms.</summary>
internal static class OrganizationForms
{
    /// <summary>Those that say what something is.</summary>
    public const OrganizationForm Telling = ~(OrganizationForm.NonProfit | OrganizationForm.PublicOrCompany | OrganizationForm.Charity);
}

/// <summary>How far an organization says it reaches, as bits; several are possible where an abbreviation is not plain.</summary>
[Flags]
internal enum Reach
{
    Unknown = 0,
    Village = 1,
    District = 2,
    City = 4,
    Region = 8,
    Several = 16,
    Country = 32,
    World = 64,
    Local = Village | District | City,
}
