using CenterDirectory.Data.Access;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Reminding;
using CenterDirectory.Data.Requests;
using CenterDirectory.Data.Search;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CenterDirectory.Data;

/// <summary>The directory's database.</summary>
public sealed class DirectoryDb(DbContextOptions<DirectoryDb> options) : DbContext(options)
{
    /// <summary>Resource centers.</summary>
    public DbSet<Center> Centers => Set<Center>();

    /// <summary>What centers and organizations offer.</summary>
    public DbSet<Service> Services => Set<Service>();

    /// <summary>Organizations.</summary>
    public DbSet<Organization> Organizations => Set<Organization>();

    /// <summary>Events.</summary>
    public DbSet<Event> Events => Set<Event>();

    /// <summary>When events take place, repeated ones expanded.</summary>
    public DbSet<EventOccurrence> Occurrences => Set<EventOccurrence>();

    /// <summary>News.</summary>
    public DbSet<NewsItem> News => Set<NewsItem>();

    /// <summary>Territories.</summary>
    public DbSet<Territory> Territories => Set<Territory>();

    /// <summary>Networks of centers.</summary>
    public DbSet<Network> Networks => Set<Network>();

    /// <summary>Programs.</summary>
    public DbSet<Program> Programs => Set<Program>();

    /// <summary>Projects.</summary>
    public DbSet<Project> Projects => Set<Project>();

    /// <summary>Grants.</summary>
    public DbSet<Grant> Grants => Set<Grant>();

    /// <summary>Practices.</summary>
    public DbSet<Practice> Practices => Set<Practice>();

    /// <summary>Figures.</summary>
    public DbSet<Metric> Metrics => Set<Metric>();

    /// <summary>People with public roles.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>What good services are.</summary>
    public DbSet<ServiceStandard> ServiceStandards => Set<ServiceStandard>();

    /// <summary>Which services are said to meet standards.</summary>
    public DbSet<StandardDeclaration> StandardDeclarations => Set<StandardDeclaration>();

    /// <summary>Acts of authorities.</summary>
    public DbSet<LegalAct> LegalActs => Set<LegalAct>();

    /// <summary>Centers in networks.</summary>
    public DbSet<NetworkMember> NetworkMembers => Set<NetworkMember>();

    /// <summary>Who takes part in events.</summary>
    public DbSet<EventParticipant> EventParticipants => Set<EventParticipant>();

    /// <summary>Events that news report.</summary>
    public DbSet<NewsEvent> NewsEvents => Set<NewsEvent>();

    /// <summary>Centers that news mention.</summary>
    public DbSet<NewsCenter> NewsCenters => Set<NewsCenter>();

    /// <summary>Territories that centers work for.</summary>
    public DbSet<CenterServiceArea> CenterServiceAreas => Set<CenterServiceArea>();

    /// <summary>Territories that networks cover.</summary>
    public DbSet<NetworkTerritory> NetworkTerritories => Set<NetworkTerritory>();

    /// <summary>Organizations that news mention.</summary>
    public DbSet<NewsOrganization> NewsOrganizations => Set<NewsOrganization>();

    /// <summary>Entries found in the texts of news.</summary>
    public DbSet<Mention> Mentions => Set<Mention>();

    /// <summary>Words of people in news.</summary>
    public DbSet<Quote> Quotes => Set<Quote>();

    /// <summary>Public roles of people.</summary>
    public DbSet<PersonRole> PersonRoles => Set<PersonRole>();

    /// <summary>Organizations that belong to centers.</summary>
    public DbSet<CenterMember> CenterMembers => Set<CenterMember>();

    /// <summary>Centers that work together.</summary>
    public DbSet<CenterPartnership> CenterPartnerships => Set<CenterPartnership>();

    /// <summary>Territories where programs run.</summary>
    public DbSet<ProgramTerritory> ProgramTerritories => Set<ProgramTerritory>();

    /// <summary>Centers in programs.</summary>
    public DbSet<ProgramCenter> ProgramCenters => Set<ProgramCenter>();

    /// <summary>Territories where projects work.</summary>
    public DbSet<ProjectTerritory> ProjectTerritories => Set<ProjectTerritory>();

    /// <summary>Centers in projects.</summary>
    public DbSet<ProjectCenter> ProjectCenters => Set<ProjectCenter>();

    /// <summary>Centers that developed practices or took them over.</summary>
    public DbSet<PracticeCenter> PracticeCenters => Set<PracticeCenter>();

    /// <summary>Practices going elsewhere.</summary>
    public DbSet<Replication> Replications => Set<Replication>();

    /// <summary>Feeds.</summary>
    public DbSet<Source> Sources => Set<Source>();

    /// <summary>Runs of feeds.</summary>
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    /// <summary>Doubtful and dropped rows.</summary>
    public DbSet<ImportIssue> ImportIssues => Set<ImportIssue>();

    /// <summary>Committed changes of the directory.</summary>
    public DbSet<Revision> Revisions => Set<Revision>();

    /// <summary>What revisions did to entries.</summary>
    public DbSet<Change> Changes => Set<Change>();

    internal DbSet<AccessKey> AccessKeys => Set<AccessKey>();

    internal DbSet<AccessSecret> AccessSecrets => Set<AccessSecret>();

    internal DbSet<AccessKeyCenter> AccessKeyCenters => Set<AccessKeyCenter>();

    internal DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    internal DbSet<Reminder> Reminders => Set<Reminder>();

    internal DbSet<RememberedWrite> RememberedWrites => Set<RememberedWrite>();

    internal DbSet<SupportRequest> SupportRequests => Set<SupportRequest>();

    internal DbSet<SupportMessage> SupportMessages => Set<SupportMessage>();

    internal DbSet<RequestDelivery> RequestDeliveries => Set<RequestDelivery>();

    internal DbSet<SourceRecord> SourceRecords => Set<SourceRecord>();

    internal DbSet<SourceRows> SourceRows => Set<SourceRows>();

    internal DbSet<RecordReference> RecordReferences => Set<RecordReference>();

    internal DbSet<TerritoryClosure> TerritoryClosures => Set<TerritoryClosure>();

    internal DbSet<Tombstone> Tombstones => Set<Tombstone>();

    internal DbSet<EarlierSlug> EarlierSlugs => Set<EarlierSlug>();

    internal DbSet<MatchKeyPage> MatchKeyPages => Set<MatchKeyPage>();

    internal DbSet<MatchPair> MatchPairs => Set<MatchPair>();

    internal DbSet<MatchJudgement> MatchJudgements => Set<MatchJudgement>();

    internal DbSet<RecordEdit> RecordEdits => Set<RecordEdit>();

    internal DbSet<CenterDecision> CenterDecisions => Set<CenterDecision>();

    internal DbSet<RunInput> RunInputs => Set<RunInput>();

    internal DbSet<MentionState> MentionStates => Set<MentionState>();

    internal DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    internal DbSet<SearchState> SearchStates => Set<SearchState>();

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        DerivedColumns.Fill(ChangeTracker);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        DerivedColumns.Fill(ChangeTracker);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DirectoryDb).Assembly);
        modelBuilder.HasDbFunction(typeof(SearchText).GetMethod(nameof(SearchText.Fold))!).HasName(SearchText.FunctionName);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Uri>().HaveConversion<UriToStringConverter>();
        configurationBuilder.Properties<FuzzyDate>().HaveConversion<TextValueConverter<FuzzyDate>>();
        configurationBuilder.Properties<Ogrn>().HaveConversion<TextValueConverter<Ogrn>>();
        configurationBuilder.Properties<Inn>().HaveConversion<TextValueConverter<Inn>>();
        configurationBuilder.Properties<Oktmo>().HaveConversion<TextValueConverter<Oktmo>>();
    }
}
