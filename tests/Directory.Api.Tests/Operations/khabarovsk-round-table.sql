-- 1
SELECT "e"."Agenda", "e"."Date", "e"."DateEarliest", "e"."DateText", "e"."Findings", "e"."Id", "e"."Kind", "e"."Outcomes", "e"."Status", "e"."TerritoryText", "e"."Title", "e"."Venue"
FROM "Events" AS "e"
WHERE "e"."Id" = COALESCE((
    SELECT "e0"."Id"
    FROM "Events" AS "e0"
    WHERE "e0"."Slug" = @p0
    ORDER BY "e0"."Id"
    LIMIT 1), (
    SELECT "e1"."EntityId"
    FROM "EarlierSlugs" AS "e1"
    WHERE "e1"."EntryType" = @p1 AND "e1"."Slug" = @p2
    ORDER BY "e1"."EntityId"
    LIMIT 1), (
    SELECT "t"."ReplacedById"
    FROM "Tombstones" AS "t"
    WHERE "t"."EntryType" = @p3 AND "t"."Slug" = @p4 AND "t"."ReplacedById" IS NOT NULL
    ORDER BY "t"."EntityId"
    LIMIT 1))
ORDER BY "e"."Id"
LIMIT @p

-- 2
SELECT "e"."Agenda", "e"."Date", "e"."DateEarliest", "e"."DateText", "e"."Findings", "e"."Id", "e"."Kind", "e"."Outcomes", "e"."Status", "e"."TerritoryText", "e"."Title", "e"."Venue"
FROM "Events" AS "e"
WHERE "e"."Id" = COALESCE((
    SELECT "e0"."Id"
    FROM "Events" AS "e0"
    WHERE "e0"."Slug" = @p0
    ORDER BY "e0"."Id"
    LIMIT 1), (
    SELECT "e1"."EntityId"
    FROM "EarlierSlugs" AS "e1"
    WHERE "e1"."EntryType" = @p1 AND "e1"."Slug" = @p2
    ORDER BY "e1"."EntityId"
    LIMIT 1), (
    SELECT "t"."ReplacedById"
    FROM "Tombstones" AS "t"
    WHERE "t"."EntryType" = @p3 AND "t"."Slug" = @p4 AND "t"."ReplacedById" IS NOT NULL
    ORDER BY "t"."EntityId"
    LIMIT 1))
ORDER BY "e"."Id"
LIMIT @p

-- 3
SELECT "t"."Id", "t"."Name", "t"."DeclaredCenters_Comparator", "t"."DeclaredCenters_Text", "t"."DeclaredCenters_Unit", "t"."DeclaredCenters_Value"
FROM "Territories" AS "t"
WHERE "t"."Code" = @p0 OR "t"."Iso" = @p1 OR "t"."Id" IN (
    SELECT "t0"."Id"
    FROM "Territories" AS "t0"
    WHERE "t0"."Id" = COALESCE((
        SELECT "t1"."Id"
        FROM "Territories" AS "t1"
        WHERE "t1"."Slug" = @p2
        ORDER BY "t1"."Id"
        LIMIT 1), (
        SELECT "e"."EntityId"
        FROM "EarlierSlugs" AS "e"
        WHERE "e"."EntryType" = @p3 AND "e"."Slug" = @p4
        ORDER BY "e"."EntityId"
        LIMIT 1), (
        SELECT "t2"."ReplacedById"
        FROM "Tombstones" AS "t2"
        WHERE "t2"."EntryType" = @p5 AND "t2"."Slug" = @p6 AND "t2"."ReplacedById" IS NOT NULL
        ORDER BY "t2"."EntityId"
        LIMIT 1))
)
ORDER BY "t"."Id"
LIMIT @p

-- 4
SELECT "e"."Id", "e0"."Id", "e0"."Name", "e0"."Position", "e0"."Role", "o"."Id", "o"."Kind", "o"."Name"
FROM "Events" AS "e"
CROSS JOIN "EventParticipants" AS "e0"
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

-- 5
SELECT "e"."Id", "n"."Author", "n"."Id", "n"."PublishedOn", "n"."PublishedOnEarliest", "n"."Publisher", "n"."Title"
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

-- 6
SELECT "e"."Id", "e0"."Id", "e0"."Name", "e0"."Position", "e0"."Role", "o"."Id", "o"."Kind", "o"."Name"
FROM "Events" AS "e"
CROSS JOIN "EventParticipants" AS "e0"
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

-- 7
SELECT "e"."Id", "n"."Author", "n"."Id", "n"."PublishedOn", "n"."PublishedOnEarliest", "n"."Publisher", "n"."Title"
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

-- 8
SELECT "t"."Id", "s"."Audiences", "s"."Description", "s"."DisplayNameFolded", "s"."Id", "s"."Name", "s"."SupportKinds", "c"."Id", "c"."Name"
FROM "Territories" AS "t"
CROSS JOIN "Services" AS "s"
LEFT JOIN "Centers" AS "c" ON "s"."CenterId" = "c"."Id"
WHERE "t"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "s"."Id" IN (
    SELECT "s0"."Id"
    FROM "TerritoryClosures" AS "t0"
    INNER JOIN "Territories" AS "t1" ON "t0"."DescendantId" = "t1"."Id"
    INNER JOIN "Services" AS "s0" ON "t1"."Id" = "s0"."TerritoryId"
    WHERE "t"."Id" = "t0"."AncestorId"
    ORDER BY "s0"."DisplayNameFolded", "s0"."Id"
    LIMIT @p1
)
ORDER BY "t"."Id", "s"."DisplayNameFolded", "s"."Id"

