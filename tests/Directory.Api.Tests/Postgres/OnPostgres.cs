using CenterDirectory.Api.Tests.Feeds;
using CenterDirectory.Api.Tests.OpenData;
using CenterDirectory.Api.Tests.Operations;
using CenterDirectory.Api.Tests.Pages.Entries;
using CenterDirectory.Api.Tests.Pages.Lists;
using CenterDirectory.Api.Tests.Pages;
using CenterDirectory.Api.Tests.Reports;
using CenterDirectory.Api.Tests.Schema.Changes;
using CenterDirectory.Api.Tests.Schema.Provenance;
using CenterDirectory.Api.Tests.Schema.Search;
using CenterDirectory.Api.Tests.Schema;

[assembly: AssemblyFixture(typeof(CenterDirectory.Api.Tests.Postgres.PostgresDirectoryServer))]

// The tests of the shared server once more, with the same snapshots, on the other database.
namespace CenterDirectory.Api.Tests.Postgres;

/// <summary><see cref="OperationTests"/> on PostgreSQL.</summary>
public sealed class OperationTestsOnPostgres(PostgresDirectoryServer postgres) : OperationTests(postgres.Started);

/// <summary><see cref="EveryFieldTests"/> on PostgreSQL.</summary>
public sealed class EveryFieldTestsOnPostgres(PostgresDirectoryServer postgres) : EveryFieldTests(postgres.Started);

/// <summary><see cref="SearchTests"/> on PostgreSQL.</summary>
public sealed class SearchTestsOnPostgres(PostgresDirectoryServer postgres) : SearchTests(postgres.Started);

/// <summary><see cref="NodeTests"/> on PostgreSQL.</summary>
public sealed class NodeTestsOnPostgres(PostgresDirectoryServer postgres) : NodeTests(postgres.Started);

/// <summary><see cref="PagingTests"/> on PostgreSQL.</summary>
public sealed class PagingTestsOnPostgres(PostgresDirectoryServer postgres) : PagingTests(postgres.Started);

/// <summary><see cref="ChangesTests"/> on PostgreSQL.</summary>
public sealed class ChangesTestsOnPostgres(PostgresDirectoryServer postgres) : ChangesTests(postgres.Started);

/// <summary><see cref="PagesOverHttpTests"/> on PostgreSQL.</summary>
public sealed class PagesOverHttpTestsOnPostgres(PostgresDirectoryServer postgres) : PagesOverHttpTests(postgres.Started);

/// <summary><see cref="ListPagesTests"/> on PostgreSQL.</summary>
public sealed class ListPagesTestsOnPostgres(PostgresDirectoryServer postgres) : ListPagesTests(postgres.Started);

/// <summary><see cref="EntryPagesTests"/> on PostgreSQL.</summary>
public sealed class EntryPagesTestsOnPostgres(PostgresDirectoryServer postgres) : EntryPagesTests(postgres.Started);

/// <summary><see cref="FeedsOverHttpTests"/> on PostgreSQL.</summary>
public sealed class FeedsOverHttpTestsOnPostgres(PostgresDirectoryServer postgres) : FeedsOverHttpTests(postgres.Started);

/// <summary><see cref="HsdsOverHttpTests"/> on PostgreSQL.</summary>
public sealed class HsdsOverHttpTestsOnPostgres(PostgresDirectoryServer postgres) : HsdsOverHttpTests(postgres.Started);

/// <summary><see cref="ReportFactsTests"/> on PostgreSQL.</summary>
public sealed class ReportFactsTestsOnPostgres(PostgresDirectoryServer postgres) : ReportFactsTests(postgres.Started);

/// <summary><see cref="ProvenanceTests"/> on PostgreSQL.</summary>
public sealed class ProvenanceTestsOnPostgres(PostgresDirectoryServer postgres) : ProvenanceTests(postgres.Started);
