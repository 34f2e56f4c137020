using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>Something that takes place: conference, seminar, course, meeting.</summary>
public sealed class Event : DirectoryEntry
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Other titles used for it.</summary>
    [United]
    public List<string> AlternativeTitles { get; set; } = [];

    /// <summary>Form.</summary>
    public EventKind Kind { get; set; } = EventKind.Other;

    /// <summary>State.</summary>
    public EventStatus Status { get; set; } = EventStatus.Unknown;

    /// <summary>Why it was postponed or called off, in the words of who did so; null if nobody said.</summary>
    public string? StatusReason { get; set; }

    /// <summary>The reason in English.</summary>
    public string? StatusReasonEn { get; set; }

    /// <summary>In person or remotely; null if nobody said.</summary>
    public AttendanceMode? AttendanceMode { get; set; }

    /// <summary>Its reach; null if nobody said.</summary>
    public EventLevel? Level { get; set; }

    /// <summary>Date as precisely as the source tells; null if unknown.</summary>
    public FuzzyDate? Date { get; set; }

    /// <summary>The date in the source's words.</summary>
    public string? DateText { get; set; }

    /// <summary>First possible day; null if the year is unknown.</summary>
    public DateOnly? DateEarliest { get; set; }

    /// <summary>Last possible day; null if the year is unknown.</summary>
    public DateOnly? DateLatest { get; set; }

    /// <summary>Date before it was postponed.</summary>
    public FuzzyDate? PreviousDate { get; set; }

    /// <summary>Start, only if known to the minute.</summary>
    public DateTime? StartsAt { get; set; }

    /// <summary>End, only if known to the minute.</summary>
    public DateTime? EndsAt { get; set; }

    /// <summary>IANA time zone of the place.</summary>
    public string? TimeZone { get; set; }

    /// <summary>How it repeats, lines of RFC 5545 on the clock of its place: `RRULE:FREQ=WEEKLY;BYDAY=TU`, then `EXDATE:` and `RDATE:` if there are any; null if it takes place once.</summary>
    public string? Recurrence { get; set; }

    /// <summary>Course, forum or conference it is a part of.</summary>
    public Event? PartOf { get; set; }

    /// <summary>Name of the place.</summary>
    public string? Venue { get; set; }

    /// <summary>Address as the source words it.</summary>
    public string? AddressText { get; set; }

    /// <summary>Point on the map.</summary>
    public GeoPoint? Location { get; set; }

    /// <summary>Where it takes place.</summary>
    public Territory? Territory { get; set; }

    /// <summary>The place as the source words it.</summary>
    public string? TerritoryText { get; set; }

    /// <summary>Its page.</summary>
    public Uri? Url { get; set; }

    /// <summary>Where to register.</summary>
    public Uri? RegistrationUrl { get; set; }

    /// <summary>What it is about.</summary>
    public string? Description { get; set; }

    /// <summary>The description in English.</summary>
    public string? DescriptionEn { get; set; }

    /// <summary>Points of the agenda.</summary>
    public List<string> Agenda { get; set; } = [];

    /// <summary>Problems and findings stated there.</summary>
    public List<string> Findings { get; set; } = [];

    /// <summary>Decisions and results.</summary>
    public List<string> Outcomes { get; set; } = [];

    /// <summary>For whom.</summary>
    [United]
    public List<Audience> Audiences { get; set; } = [];

    /// <summary>Number of places.</summary>
    public int? Capacity { get; set; }

    /// <summary>Program it belongs to.</summary>
    public Program? Program { get; set; }

    /// <summary>Project it belongs to.</summary>
    public Project? Project { get; set; }

    /// <summary>The point as a vector of length one, see <see cref="Values.GeoVector"/>; computed by the database.</summary>
    internal double? LocationX { get; set; }

    internal double? LocationY { get; set; }

    internal double? LocationZ { get; set; }

    /// <summary>Until this instant it is certainly not over; null if its date does not tell. Kept with its occurrences.</summary>
    internal DateTime? UpcomingUntil { get; set; }

    /// <summary>From this instant on it is certainly over; null if its date does not tell.</summary>
    internal DateTime? OverFrom { get; set; }

    /// <summary>Last day up to which its occurrences are known; null if all are.</summary>
    internal DateOnly? ExpandedTo { get; set; }

    /// <summary>When its time or state last became another one; null if never since it entered the directory. Kept by triggers of the database.</summary>
    internal DateTime? RescheduledAt { get; set; }

    internal string TitleFolded { get; set; } = "";

    internal DateOnly? PreviousDateEarliest { get; set; }

    internal DateOnly? PreviousDateLatest { get; set; }

    internal long? PartOfId { get; set; }

    internal long? ProgramId { get; set; }

    internal long? ProjectId { get; set; }

    internal long? TerritoryId { get; set; }

    internal ICollection<EventOccurrence> Occurrences { get; set; } = [];

    internal ICollection<Event> Parts { get; set; } = [];

    internal ICollection<EventParticipant> Participants { get; set; } = [];

    internal ICollection<EventCenter> CenterLinks { get; set; } = [];

    internal ICollection<NewsEvent> News { get; set; } = [];
}

internal sealed class EventConfiguration : EntryConfiguration<Event>
{
    protected override void ConfigureEntry(EntityTypeBuilder<Event> builder)
    {
        builder.Property(item => item.TitleFolded);
        builder.HasEnumList(item => item.Audiences);
        builder.HasBounds(item => item.PreviousDateEarliest, item => item.PreviousDateLatest);
        builder.ComplexProperty(item => item.Location);
        builder.HasVector(item => item.LocationX, item => item.LocationY, item => item.LocationZ);
        // The importer's last step fills these, see EventOccurrence; merging leaves them alone.
        builder.Property(item => item.UpcomingUntil).ValueGeneratedOnAddOrUpdate();
        builder.Property(item => item.OverFrom).ValueGeneratedOnAddOrUpdate();
        builder.Property(item => item.ExpandedTo).ValueGeneratedOnAddOrUpdate();
        builder.Property(item => item.RescheduledAt).ValueGeneratedOnAddOrUpdate();
        builder.HasIndex(item => item.UpcomingUntil);
        builder.HasIndex(item => item.OverFrom);
        builder.HasIndex(item => new { item.UpdatedAt, item.Id });
        builder.HasIndex(item => item.ExpandedTo).HasFilter("\"ExpandedTo\" IS NOT NULL");
        builder.HasIndex(item => new { item.DateEarliest, item.Id });
        builder.HasIndex(item => item.DateLatest);
        builder.HasIndex(item => new { item.TerritoryId, item.StartsAt, item.Id });
        builder.HasOne(item => item.PartOf).WithMany(item => item.Parts).IsOptional(item => item.PartOfId);
        builder.HasOne(item => item.Program).WithMany(program => program.Sessions).IsOptional(item => item.ProgramId);
        builder.HasOne(item => item.Project).WithMany(project => project.Events).IsOptional(item => item.ProjectId);
        builder.HasOne(item => item.Territory).WithMany(territory => territory.Events).IsOptional(item => item.TerritoryId);
    }
}
