using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.Api.Schema.Provenance;
using CenterDirectory.Api.Schema.Standards;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema;

/// <summary>The public schema: the entities of the directory, their relations, and the filters of their own.</summary>
internal static class DirectorySchema
{
    private const string Description = """
        Public directory of resource centers for non-profits.
        Reading needs no key. Dates, numbers and names are as vague as their sources: null means that nobody said, a Quantity carries its comparator, a FuzzyDate its precision.
        Lists whose items are entries of their own are connections (default 20, at most 100).
        Filters: a condition whose operand is absent or null is no condition, except `eq: null` and `neq: null`; an operator with n in front is the exact negation, so what is unknown matches it.
        Enums may gain values: treat an unknown one like UNKNOWN or OTHER.
        """;

    /// <summary>Builds it; a mistake in it stops the start.</summary>
    public static GraphQL.Types.Schema Build() => new SchemaBuilder()
        .Describe(Description)
        .AddScalar(Scalars.Date)
        .AddScalar(Scalars.DateTime)
        .AddScalar(Scalars.LocalTime)
        .AddScalar(Scalars.FuzzyDate)
        .AddScalar(Scalars.Long)
        .AddScalar(Scalars.Url)
        .AddScalar(Scalars.Ogrn)
        .AddScalar(Scalars.Inn)
        .AddScalar(Scalars.Oktmo)
        .AddScalar(Scalars.TerritoryKey, bind: false)
        .UseTranslations(new Translations(typeof(Locale), Locale.Ru, (property, locale) => Translation.Of(property, (Locale)locale))
        {
            Description = "Language wanted; falls back to Russian.",
        })
        .UseDbContext<DirectoryDb>(Configure)
        .AddNodeFields()
        .AddTypes(typeof(DirectorySchema).Assembly)
        .Build();

    /// <summary>An entry that cannot be without a name is shown by it; by what is shown there is an index.</summary>
    private static PropertyInfo? Shown(PropertyInfo member) =>
        member.Name is nameof(Organization.Name) or nameof(Event.Title) && typeof(DirectoryEntry).IsAssignableFrom(member.ReflectedType)
            && new NullabilityInfoContext().Create(member).ReadState == NullabilityState.NotNull
                ? member.ReflectedType!.GetProperty(nameof(DirectoryEntry.DisplayNameFolded), BindingFlags.Instance | BindingFlags.NonPublic)
                : null;

    private static void Configure(DataOptions data)
    {
        data.Replaced = EntryLookup.ReplacedAsync;
        data.Fold = typeof(SearchText).GetMethod(nameof(SearchText.Fold));
        data.SortSuffixes[typeof(FuzzyDate)] = "Earliest";
        data.OrderedAlike = Shown;
        data.Whole.Add(typeof(Address));
        data.Copies.Add(MemberCopy.Of<EventCenter, long>(link => link.Event.Id, link => link.EventId));
        data.Copies.Add(MemberCopy.Of<EventCenter, long>(link => link.Center.Id, link => link.CenterId));
        data.Copies.Add(MemberCopy.Of<EventCenter, DateTime?>(link => link.Event.StartsAt, link => link.EventStartsAt));
        data.Copies.Add(MemberCopy.Of<EventCenter, DateOnly?>(link => link.Event.DateEarliest, link => link.EventDateEarliest));
        data.Operations.Add(new CustomOperation(
            typeof(FuzzyDate), "within", "Certainly inside these days; unknown years never match.", typeof(DateRangeInput),
            (owner, member, operand, parameter) => Between(owner, member, (DateRangeInput)operand, parameter, lower: "Earliest", upper: "Latest")));
        data.Operations.Add(new CustomOperation(
            typeof(FuzzyDate), "overlaps", "Possibly inside these days; unknown years never match.", typeof(DateRangeInput),
            (owner, member, operand, parameter) => Between(owner, member, (DateRangeInput)operand, parameter, lower: "Latest", upper: "Earliest")));

        Expression<Func<Territory, string, bool>> within = (territory, key) => territory.Above.Any(pair =>
            pair.Ancestor.Code == key || pair.Ancestor.Iso == key || pair.Ancestor.Slug == key || (string?)(object?)pair.Ancestor.Oktmo == key);
        Expression<Func<Territory, string, bool>> covers = (territory, key) => territory.Below.Any(pair =>
            pair.Descendant.Code == key || pair.Descendant.Iso == key || pair.Descendant.Slug == key || (string?)(object?)pair.Descendant.Oktmo == key);
        Expression<Func<Event, DateTime, bool>> isUpcoming = (item, now) => item.UpcomingUntil != null && item.UpcomingUntil > now;
        Expression<Func<Event, DateTime, bool>> isOver = (item, now) => item.OverFrom != null && item.OverFrom <= now;
        data.FilterFacts.Add(new CustomFilterFact(
            typeof(Event), "isUpcoming", "Not yet over; null if its date does not tell; depends on the clock.",
            services => services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, isUpcoming, isOver) { ByClock = true });
        data.FilterChoices.Add(Confirmations.Filter<Center>("Whether the card was confirmed lately; depends on the clock."));
        data.FilterChoices.Add(Confirmations.Filter<Service>("Whether it was confirmed lately; depends on the clock."));
        data.FilterChoices.Add(Confirmations.Filter<Project>("Whether its state was confirmed lately; depends on the clock."));
        data.FilterChoices.Add(Confirmations.Outcomes("Whether it is known what became of it; depends on the clock."));
        data.FilterChoices.Add(DeclarationStanding.Filter());
        data.FilterFields.Add(new CustomFilterField(typeof(Territory), "within", "The territory or anything below it.", "TerritoryKey", within) { Mistake = Query.UnknownTerritoryAsync });
        data.FilterFields.Add(new CustomFilterField(typeof(Territory), "covers", "The territory or anything above it: who serves this place.", "TerritoryKey", covers) { Mistake = Query.UnknownTerritoryAsync });
    }

    /// <summary>Compares the bounds that stand beside a fuzzy date; an open side of the range is no condition.</summary>
    private static Expression? Between(
        Expression owner, PropertyInfo member, DateRangeInput range, Func<object, Type, Expression> parameter, string lower, string upper)
    {
        Expression Bound(string suffix) => Expression.Property(
            owner, member.ReflectedType!.GetProperty(member.Name + suffix, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)!);

        var from = range.From is { } first ? Expression.GreaterThanOrEqual(Bound(lower), parameter(first, typeof(DateOnly?))) : null;
        var to = range.To is { } last ? Expression.LessThanOrEqual(Bound(upper), parameter(last, typeof(DateOnly?))) : null;
        return from is null ? to : to is null ? from : Expression.AndAlso(from, to);
    }
}

/// <summary>A range of days, both included; at least one is needed.</summary>
/// <param name="From">First day; open if absent.</param>
/// <param name="To">Last day; open if absent.</param>
[InputType]
internal sealed record DateRangeInput(DateOnly? From, DateOnly? To);
