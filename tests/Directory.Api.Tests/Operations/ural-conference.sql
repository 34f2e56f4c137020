-- 1
SELECT "e0"."Agenda", "e0"."AlternativeTitles", "e0"."Audiences", "e0"."Date", "e0"."DateEarliest", "e0"."DateLatest", "e0"."DateText", "e0"."Id", "e0"."Kind", "e0"."Level", "e0"."Outcomes", "e0"."Status", "e0"."TerritoryText", "e0"."Title", "t"."Id", "t"."Code", "t"."Name"
FROM (
    SELECT "e"."Id", "e"."Agenda", "e"."AlternativeTitles", "e"."Audiences", "e"."Date", "e"."DateEarliest", "e"."DateLatest", "e"."DateText", "e"."Kind", "e"."Level", "e"."Outcomes", "e"."Status", "e"."TerritoryId", "e"."TerritoryText", "e"."Title", CASE
        WHEN "e"."DateEarliest" IS NULL THEN 1
        ELSE 0
    END AS "c"
    FROM "Events" AS "e"
    WHERE "e"."TitleFolded" LIKE @p0_startswith ESCAPE '\'
    ORDER BY CASE
        WHEN "e"."DateEarliest" IS NULL THEN 1
        ELSE 0
    END, "e"."DateEarliest", "e"."Id"
    LIMIT @p1
) AS "e0"
LEFT JOIN "Territories" AS "t" ON "e0"."TerritoryId" = "t"."Id"
ORDER BY "e0"."c", "e0"."DateEarliest", "e0"."Id"

-- 2
SELECT "e"."Id", "e0"."Id", "e0"."Name", "e0"."Position", "e0"."Role", "c"."Id", "c"."DisplayName", "c"."Name", "o"."Id", "o"."Name"
FROM "Events" AS "e"
CROSS JOIN "EventParticipants" AS "e0"
LEFT JOIN "Centers" AS "c" ON "e0"."CenterId" = "c"."Id"
LEFT JOIN "Organizations" AS "o" ON "e0"."OrganizationId" = "o"."Id"
WHERE "e"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "e0"."Id" IN (
    SELECT "e1"."Id"
    FROM "EventParticipants" AS "e1"
    WHERE "e"."Id" = "e1"."EventId"
    ORDER BY "e1"."Id"
    LIMIT @p1
)
ORDER BY "e"."Id", "e0"."Id"

-- 3
SELECT "e"."Id", (
    SELECT COUNT(*)
    FROM "EventParticipants" AS "e0"
    WHERE "e"."Id" = "e0"."EventId")
FROM "Events" AS "e"
WHERE "e"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)

-- 4
SELECT "e"."Id", "c"."DisplayName", "c"."DisplayNameFolded", "c"."Id", "t"."Id", "t"."Code"
FROM "Events" AS "e"
CROSS JOIN "Centers" AS "c"
LEFT JOIN "Territories" AS "t" ON "c"."TerritoryId" = "t"."Id"
WHERE "e"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "c"."Id" IN (
    SELECT "e0"."CenterId"
    FROM "EventCenters" AS "e0"
    INNER JOIN "Centers" AS "c0" ON "e0"."CenterId" = "c0"."Id"
    WHERE "e"."Id" = "e0"."EventId"
    ORDER BY "c0"."DisplayNameFolded", "e0"."CenterId"
    LIMIT @p1
)
ORDER BY "e"."Id", "c"."DisplayNameFolded", "c"."Id"

-- 5
SELECT "e"."Id", "n"."Id", "n"."PhotoCredit", "n"."PublishedOnEarliest", "n"."Title"
FROM "Events" AS "e"
CROSS JOIN "News" AS "n"
WHERE "e"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "n"."Id" IN (
    SELECT "n2"."Id"
    FROM "NewsEvents" AS "n0"
    INNER JOIN "Events" AS "e0" ON "n0"."EventId" = "e0"."Id"
    INNER JOIN "News" AS "n2" ON "n0"."NewsId" = "n2"."Id"
    WHERE "e"."Id" = "n0"."EventId" AND NOT EXISTS (
        SELECT 1
        FROM "NewsEvents" AS "n1"
        WHERE "e0"."Id" = "n1"."EventId" AND "n1"."NewsId" = "n0"."NewsId" AND "n1"."Id" < "n0"."Id")
    ORDER BY CASE
        WHEN "n2"."PublishedOnEarliest" IS NULL THEN 1
        ELSE 0
    END, "n2"."PublishedOnEarliest" DESC, "n2"."Id"
    LIMIT @p1
)
ORDER BY "e"."Id", CASE
    WHEN "n"."PublishedOnEarliest" IS NULL THEN 1
    ELSE 0
END, "n"."PublishedOnEarliest" DESC, "n"."Id"

