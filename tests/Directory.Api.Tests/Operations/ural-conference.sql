-- 1
SELECT "e0"."Agenda", "e0"."AlternativeTitles", "e0"."Audiences", "e0"."Date", "e0"."DateEarliest", "e0"."DateLatest", "e0"."DateText", "e0"."Id", "e0"."Kind", "e0"."Level", "e0"."Outcomes", "e0"."Status", "e0"."TerritoryText", "e0"."Title", "t"."Id" IS NULL, "t"."Code", "t"."Name"
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
SELECT "e"."Id", "e2"."Id", "e2"."Name", "e2"."Position", "e2"."Role", "c"."Id" IS NULL, "c"."DisplayName", "c"."Name", "o"."Id" IS NULL, "o"."Name"
FROM "Events" AS "e"
INNER JOIN (
    SELECT "e1"."Id", "e1"."CenterId", "e1"."EventId", "e1"."Name", "e1"."OrganizationId", "e1"."Position", "e1"."Role"
    FROM (
        SELECT "e0"."Id", "e0"."CenterId", "e0"."EventId", "e0"."Name", "e0"."OrganizationId", "e0"."Position", "e0"."Role", ROW_NUMBER() OVER(PARTITION BY "e0"."EventId" ORDER BY "e0"."Id") AS "row"
        FROM "EventParticipants" AS "e0"
        WHERE "e0"."EventId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        )
    ) AS "e1"
    WHERE "e1"."row" <= @p1
) AS "e2" ON "e"."Id" = "e2"."EventId"
LEFT JOIN "Centers" AS "c" ON "e2"."CenterId" = "c"."Id"
LEFT JOIN "Organizations" AS "o" ON "e2"."OrganizationId" = "o"."Id"
WHERE "e"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "e"."Id", "e2"."Id"

-- 3
SELECT "e"."Id" AS "Key", (
    SELECT COUNT(*)
    FROM "EventParticipants" AS "e0"
    WHERE "e"."Id" = "e0"."EventId") AS "Count"
FROM "Events" AS "e"
WHERE "e"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)

-- 4
SELECT "e"."Id", "c0"."DisplayName", "c0"."DisplayNameFolded", "c0"."Id", "t"."Id" IS NULL, "t"."Code"
FROM "Events" AS "e"
INNER JOIN (
    SELECT "s"."CenterId", "s"."EventId"
    FROM (
        SELECT "e0"."CenterId", "e0"."EventId", ROW_NUMBER() OVER(PARTITION BY "e0"."EventId" ORDER BY "c"."DisplayNameFolded", "c"."Id") AS "row"
        FROM "EventParticipants" AS "e0"
        INNER JOIN "Events" AS "e1" ON "e0"."EventId" = "e1"."Id"
        LEFT JOIN "Centers" AS "c" ON "e0"."CenterId" = "c"."Id"
        WHERE "e0"."EventId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        ) AND "e0"."CenterId" IS NOT NULL AND NOT EXISTS (
            SELECT 1
            FROM "EventParticipants" AS "e2"
            WHERE "e1"."Id" = "e2"."EventId" AND "e2"."CenterId" = "e0"."CenterId" AND "e2"."Id" < "e0"."Id")
    ) AS "s"
    WHERE "s"."row" <= @p1
) AS "s0" ON "e"."Id" = "s0"."EventId"
LEFT JOIN "Centers" AS "c0" ON "s0"."CenterId" = "c0"."Id"
LEFT JOIN "Territories" AS "t" ON "c0"."TerritoryId" = "t"."Id"
WHERE "e"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "e"."Id", "c0"."DisplayNameFolded", "c0"."Id"

-- 5
SELECT "e"."Id" AS "Key", "n2"."Id", "n2"."PhotoCredit", "n2"."PublishedOnEarliest", "n2"."Title"
FROM "Events" AS "e"
INNER JOIN (
    SELECT "s"."EventId", "s"."NewsId"
    FROM (
        SELECT "n"."EventId", "n"."NewsId", ROW_NUMBER() OVER(PARTITION BY "n"."EventId" ORDER BY CASE
            WHEN "n1"."PublishedOnEarliest" IS NULL THEN 1
            ELSE 0
        END, "n1"."PublishedOnEarliest" DESC, "n1"."Id") AS "row"
        FROM "NewsEvents" AS "n"
        INNER JOIN "Events" AS "e0" ON "n"."EventId" = "e0"."Id"
        INNER JOIN "News" AS "n1" ON "n"."NewsId" = "n1"."Id"
        WHERE "n"."EventId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        ) AND NOT EXISTS (
            SELECT 1
            FROM "NewsEvents" AS "n0"
            WHERE "e0"."Id" = "n0"."EventId" AND "n0"."NewsId" = "n"."NewsId" AND "n0"."Id" < "n"."Id")
    ) AS "s"
    WHERE "s"."row" <= @p1
) AS "s0" ON "e"."Id" = "s0"."EventId"
INNER JOIN "News" AS "n2" ON "s0"."NewsId" = "n2"."Id"
WHERE "e"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "e"."Id", CASE
    WHEN "n2"."PublishedOnEarliest" IS NULL THEN 1
    ELSE 0
END, "n2"."PublishedOnEarliest" DESC, "n2"."Id"

