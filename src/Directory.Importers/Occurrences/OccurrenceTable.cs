using System.Data.Common;
using System.Globalization;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Formats.Calendar;
using CenterDirectory.Importers.Running;
using NodaTime;
using NodaTime.Extensions;

namespace CenterDirectory.Importers.Occurrences;

/// <summary>
/// Keeps the table of occurrences: of events that a run touched in the run's own transaction, of others when the window moves on. What is written
/// follows from the events and the day alone, so it makes no revision.
/// </summary>
internal sealed class OccurrenceTable(ImportSession session, DateTime now)
{
    /// <summary>Days ahead for which repeated events are expanded; more than a year, so that a window of a year is full until the next roll.</summary>
    public const int DaysAhead = 550;

    /// <summary>An event whose occurrences reach less far is expanded anew.</summary>
    public const int LeastDaysAhead = 400;

    private const int BatchSize = 1_000;

    /// <summary>The zone is that of the event, else that of the smallest territory around it that has one.</summary>
    private readonly string select =
        $"""
        SELECT e."Id", e."Date", e."StartsAt", e."EndsAt", e."Status", e."Recurrence", COALESCE(e."TimeZone", (
            SELECT t."TimeZone" FROM "TerritoryClosures" AS c JOIN "Territories" AS t ON t."Id" = c."AncestorId"
            WHERE c."DescendantId" = e."TerritoryId" AND t."TimeZone" IS NOT NULL
            ORDER BY (SELECT COUNT(*) FROM "TerritoryClosures" AS d WHERE d."DescendantId" = c."AncestorId") DESC LIMIT 1))
        FROM "Events" AS e WHERE e."Id" IN {session.Dialect.Numbers("@ids")}
        """;

    private const string EventsOfTerritories =
        """
        INSERT INTO touched ("Kind", "EntityId")
        SELECT 'Event', e."Id" FROM touched AS t JOIN "TerritoryClosures" AS c ON c."AncestorId" = t."EntityId" JOIN "Events" AS e ON e."TerritoryId" = c."DescendantId"
        WHERE t."Kind" = 'Territory'
        ON CONFLICT DO NOTHING
        """;

    private readonly LocalDate horizon = LocalDateTime.FromDateTime(now).Date.PlusDays(DaysAhead);
    private readonly RowStatement delete = session.Prepare("""DELETE FROM "EventOccurrences" WHERE "EventId" = @event""", "@event");

    private readonly RowStatement insert = session.Prepare(
        """
        INSERT INTO "EventOccurrences" ("EventId", "StartsOn", "EndsOn", "StartsAt", "EndsAt", "Status", "BeginsAt")
        VALUES (@event, @startsOn, @endsOn, @startsAt, @endsAt, @status, @beginsAt)
        """,
        "@event", "@startsOn", "@endsOn", "@startsAt", "@endsAt", "@status", "@beginsAt");

    private readonly RowStatement update = session.Prepare(
        """UPDATE "Events" SET "UpcomingUntil" = @until, "OverFrom" = @over, "ExpandedTo" = @expanded WHERE "Id" = @event""",
        "@until", "@over", "@expanded", "@event");

    /// <summary>Expands the events that the run in hand touched, and those of territories that it touched: their zone may be another one now.</summary>
    public static async Task RefreshTouchedAsync(ImportSession session, DateTime now, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(EventsOfTerritories, cancellationToken);
        await new OccurrenceTable(session, now).RefreshAsync(
            """SELECT "EntityId" FROM touched WHERE "Kind" = 'Event' AND "EntityId" > @after ORDER BY "EntityId" LIMIT @count""", cancellationToken);
    }

    /// <summary>Expands events, a batch at a time.</summary>
    /// <param name="ids">Query of the next ids behind <c>@after</c>, <c>@count</c> of them, in order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RefreshAsync(string ids, CancellationToken cancellationToken)
    {
        var after = 0L;
        while (await NextAsync(ids, after, cancellationToken) is { Count: > 0 } batch)
        {
            var events = await session.QueryAsync(select, Read, cancellationToken, ("@ids", $"[{string.Join(',', batch)}]"));
            foreach (var times in events)
            {
                Write(times, OccurrenceExpansion.Of(times, horizon, new RecurrenceBudget()));
            }

            after = batch[^1];
        }
    }

    private Task<List<long>> NextAsync(string ids, long after, CancellationToken cancellationToken) =>
        session.QueryAsync(ids, reader => reader.GetInt64(0), cancellationToken, ("@after", after), ("@count", BatchSize));

    private static EventTimes Read(DbDataReader reader) => new(
        reader.GetInt64(0),
        reader.IsDBNull(1) ? null : FuzzyDate.Parse(reader.GetString(1)),
        InstantOf(reader, 2),
        InstantOf(reader, 3),
        reader.GetString(4),
        reader.IsDBNull(5) ? null : EventRecurrence.Parse(reader.GetString(5)),
        reader.IsDBNull(6) ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(reader.GetString(6)));

    private static Instant? InstantOf(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc).ToInstant();

    private void Write(EventTimes times, OccurrenceExpansion expansion)
    {
        delete.Execute([times.Id]);
        foreach (var time in expansion.Occurrences)
        {
            insert.Execute(
                [times.Id, DayOf(time.StartsOn), DayOf(time.EndsOn), TimeOf(time.StartsAt), TimeOf(time.EndsAt), times.Status, TimeOf(time.BeginsAt)]);
        }

        update.Execute([TimeOf(expansion.UpcomingUntil), TimeOf(expansion.OverFrom), expansion.ExpandedTo is { } day ? DayOf(day) : null, times.Id]);
    }

    private static string DayOf(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static object? TimeOf(Instant? instant) => instant?.ToDateTimeUtc();
}
