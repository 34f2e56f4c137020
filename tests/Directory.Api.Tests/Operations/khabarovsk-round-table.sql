-- 1
SELECT "e"."Agenda", "e"."Date", "e"."DateEarliest", "e"."DateText", "e"."Findings", "e"."Id", "e"."Kind", "e"."Outcomes", "e"."Status", "e"."TerritoryText", "e"."Title", "e"."Venue"
FROM "Events" AS "e"
WHERE "e"."Slug" = @p0
ORDER BY "e"."Id"
LIMIT 1

-- 2
SELECT "e"."Agenda", "e"."Date", "e"."DateEarliest", "e"."DateText", "e"."Findings", "e"."Id", "e"."Kind", "e"."Outcomes", "e"."Status", "e"."TerritoryText", "e"."Title", "e"."Venue"
FROM "Events" AS "e"
WHERE "e"."Slug" = @p0
ORDER BY "e"."Id"
LIMIT 1

-- 3
SELECT "t"."Id", "t"."Name", "t"."DeclaredCenters_Comparator" IS NULL, "t"."DeclaredCenters_Comparator", "t"."DeclaredCenters_Text", "t"."DeclaredCenters_Unit", "t"."DeclaredCenters_Value"
FROM "Territories" AS "t"
WHERE "t"."Code" = @p0 OR "t"."Iso" = @p1 OR "t"."Slug" = @p2 OR (@p3 AND "t"."Oktmo" IS NULL)
ORDER BY "t"."Id"
LIMIT 1

-- 4
SELECT "e"."Id", "e2"."Id", "e2"."Name", "e2"."Position", "e2"."Role", "o"."Id" IS NULL, "o"."Kind", "o"."Name"
FROM "Events" AS "e"
INNER JOIN (
    SELECT "e1"."Id", "e1"."EventId", "e1"."Name", "e1"."OrganizationId", "e1"."Position", "e1"."Role"
    FROM (
        SELECT "e0"."Id", "e0"."EventId", "e0"."Name", "e0"."OrganizationId", "e0"."Position", "e0"."Role", ROW_NUMBER() OVER(PARTITION BY "e0"."EventId" ORDER BY "e0"."Id") AS "row"
        FROM "EventParticipants" AS "e0"
        WHERE "e0"."EventId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        )
    ) AS "e1"
    WHERE "e1"."row" <= @p1
) AS "e2" ON "e"."Id" = "e2"."EventId"
LEFT JOIN "Organizations" AS "o" ON "e2"."OrganizationId" = "o"."Id"
WHERE "e"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "e"."Id", "e2"."Id"

-- 5
SELECT "e"."Id" AS "Key", "n2"."Author", "n2"."Id", "n2"."PublishedOn", "n2"."PublishedOnEarliest", "n2"."Publisher", "n2"."Title"
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

-- 6
SELECT "e"."Id", "e2"."Id", "e2"."Name", "e2"."Position", "e2"."Role", "o"."Id" IS NULL, "o"."Kind", "o"."Name"
FROM "Events" AS "e"
INNER JOIN (
    SELECT "e1"."Id", "e1"."EventId", "e1"."Name", "e1"."OrganizationId", "e1"."Position", "e1"."Role"
    FROM (
        SELECT "e0"."Id", "e0"."EventId", "e0"."Name", "e0"."OrganizationId", "e0"."Position", "e0"."Role", ROW_NUMBER() OVER(PARTITION BY "e0"."EventId" ORDER BY "e0"."Id") AS "row"
        FROM "EventParticipants" AS "e0"
        WHERE "e0"."EventId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        )
    ) AS "e1"
    WHERE "e1"."row" <= @p1
) AS "e2" ON "e"."Id" = "e2"."EventId"
LEFT JOIN "Organizations" AS "o" ON "e2"."OrganizationId" = "o"."Id"
WHERE "e"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "e"."Id", "e2"."Id"

-- 7
SELECT "e"."Id" AS "Key", "n2"."Author", "n2"."Id", "n2"."PublishedOn", "n2"."PublishedOnEarliest", "n2"."Publisher", "n2"."Title"
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

-- 8
SELECT "t"."Id", "s1"."Audiences", "s1"."Description", "s1"."DisplayNameFolded", "s1"."Id", "s1"."Name", "s1"."SupportKinds", "c"."Id" IS NULL, "c"."Name"
FROM "Territories" AS "t"
INNER JOIN (
    SELECT "s0"."Id", "s0"."Audiences", "s0"."CenterId", "s0"."Description", "s0"."DisplayNameFolded", "s0"."Name", "s0"."SupportKinds", "s0"."AncestorId"
    FROM (
        SELECT "s"."Id", "s"."Audiences", "s"."CenterId", "s"."Description", "s"."DisplayNameFolded", "s"."Name", "s"."SupportKinds", "t0"."AncestorId", ROW_NUMBER() OVER(PARTITION BY "t0"."AncestorId" ORDER BY "s"."DisplayNameFolded", "s"."Id") AS "row"
        FROM "TerritoryClosures" AS "t0"
        INNER JOIN "Territories" AS "t1" ON "t0"."DescendantId" = "t1"."Id"
        INNER JOIN "Services" AS "s" ON "t1"."Id" = "s"."TerritoryId"
        WHERE "t0"."AncestorId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        )
    ) AS "s0"
    WHERE "s0"."row" <= @p1
) AS "s1" ON "t"."Id" = "s1"."AncestorId"
LEFT JOIN "Centers" AS "c" ON "s1"."CenterId" = "c"."Id"
WHERE "t"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "t"."Id", "s1"."DisplayNameFolded", "s1"."Id"

