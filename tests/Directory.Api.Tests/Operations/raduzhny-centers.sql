-- 1
SELECT "c0"."ActivityAreas", "c0"."Audiences", "c0"."DisplayName", "c0"."DisplayNameFolded", "c0"."Goals", "c0"."HostUnit", "c0"."Id", "c0"."Level", "c0"."Name", "c0"."Slug", "c0"."Specializations", "c0"."Status", "c0"."SupportKinds", "c0"."TerritoryText", "l"."Id" IS NULL, "l"."Kind", "l"."Number", "l"."SignedBy", "l"."SignedOn", "l"."Title", "l"."Url", "o"."Id" IS NULL, "o"."Name", "o0"."Id" IS NULL, "o0"."Name", "t"."Id" IS NULL, "t"."Name"
FROM (
    SELECT "c"."Id", "c"."ActivityAreas", "c"."Audiences", "c"."DisplayName", "c"."DisplayNameFolded", "c"."FoundingActId", "c"."Goals", "c"."HostUnit", "c"."Level", "c"."Name", "c"."OperatorId", "c"."Slug", "c"."Specializations", "c"."Status", "c"."SupportKinds", "c"."TerritoryId", "c"."TerritoryText"
    FROM "Centers" AS "c"
    WHERE instr("fold"("c"."TerritoryText"), @p0) > 0
    ORDER BY "c"."DisplayNameFolded", "c"."Id"
    LIMIT @p1
) AS "c0"
LEFT JOIN "LegalActs" AS "l" ON "c0"."FoundingActId" = "l"."Id"
LEFT JOIN "Organizations" AS "o" ON "l"."IssuerId" = "o"."Id"
LEFT JOIN "Organizations" AS "o0" ON "c0"."OperatorId" = "o0"."Id"
LEFT JOIN "Territories" AS "t" ON "c0"."TerritoryId" = "t"."Id"
ORDER BY "c0"."DisplayNameFolded", "c0"."Id"

-- 2
SELECT COUNT(*)
FROM "Centers" AS "c"
WHERE instr("fold"("c"."TerritoryText"), @p0) > 0

-- 3
SELECT "c"."Id" AS "Key", "s1"."Audiences", "s1"."Description", "s1"."DisplayNameFolded", "s1"."Eligibility", "s1"."Fee", "s1"."Id", "s1"."Name", "s1"."Status", "s1"."SupportKinds"
FROM "Centers" AS "c"
INNER JOIN (
    SELECT "s0"."Id", "s0"."Audiences", "s0"."CenterId", "s0"."Description", "s0"."DisplayNameFolded", "s0"."Eligibility", "s0"."Fee", "s0"."Name", "s0"."Status", "s0"."SupportKinds"
    FROM (
        SELECT "s"."Id", "s"."Audiences", "s"."CenterId", "s"."Description", "s"."DisplayNameFolded", "s"."Eligibility", "s"."Fee", "s"."Name", "s"."Status", "s"."SupportKinds", ROW_NUMBER() OVER(PARTITION BY "s"."CenterId" ORDER BY "s"."DisplayNameFolded", "s"."Id") AS "row"
        FROM "Services" AS "s"
        WHERE "s"."CenterId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        )
    ) AS "s0"
    WHERE "s0"."row" <= @p1
) AS "s1" ON "c"."Id" = "s1"."CenterId"
WHERE "c"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "c"."Id", "s1"."DisplayNameFolded", "s1"."Id"

-- 4
SELECT "c"."Id" AS "Key", "e2"."Date", "e2"."DateEarliest", "e2"."Id", "e2"."Status", "e2"."Title"
FROM "Centers" AS "c"
INNER JOIN (
    SELECT "s"."CenterId", "s"."EventId"
    FROM (
        SELECT "e"."CenterId", "e"."EventId", ROW_NUMBER() OVER(PARTITION BY "e"."CenterId" ORDER BY CASE
            WHEN "e0"."DateEarliest" IS NULL THEN 1
            ELSE 0
        END, "e0"."DateEarliest", "e0"."Id") AS "row"
        FROM "EventParticipants" AS "e"
        INNER JOIN "Events" AS "e0" ON "e"."EventId" = "e0"."Id"
        WHERE "e"."CenterId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        ) AND NOT EXISTS (
            SELECT 1
            FROM "EventParticipants" AS "e1"
            WHERE "e0"."Id" = "e1"."EventId" AND ("e1"."CenterId" = "e"."CenterId" OR ("e1"."CenterId" IS NULL AND "e"."CenterId" IS NULL)) AND "e1"."Id" < "e"."Id")
    ) AS "s"
    WHERE "s"."row" <= @p1
) AS "s0" ON "c"."Id" = "s0"."CenterId"
INNER JOIN "Events" AS "e2" ON "s0"."EventId" = "e2"."Id"
WHERE "c"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "c"."Id", CASE
    WHEN "e2"."DateEarliest" IS NULL THEN 1
    ELSE 0
END, "e2"."DateEarliest", "e2"."Id"

-- 5
SELECT "c"."Id" AS "Key", "n2"."Author", "n2"."Id", "n2"."PublishedOnEarliest", "n2"."Publisher", "n2"."Title"
FROM "Centers" AS "c"
INNER JOIN (
    SELECT "s"."CenterId", "s"."NewsId"
    FROM (
        SELECT "n"."CenterId", "n"."NewsId", ROW_NUMBER() OVER(PARTITION BY "n"."CenterId" ORDER BY CASE
            WHEN "n0"."PublishedOnEarliest" IS NULL THEN 1
            ELSE 0
        END, "n0"."PublishedOnEarliest" DESC, "n0"."Id") AS "row"
        FROM "NewsCenters" AS "n"
        INNER JOIN "News" AS "n0" ON "n"."NewsId" = "n0"."Id"
        WHERE "n"."CenterId" IN (
            SELECT "p0"."value"
            FROM json_each(@p0) AS "p0"
        ) AND NOT EXISTS (
            SELECT 1
            FROM "NewsCenters" AS "n1"
            WHERE "n0"."Id" = "n1"."NewsId" AND "n1"."CenterId" = "n"."CenterId" AND "n1"."Id" < "n"."Id")
    ) AS "s"
    WHERE "s"."row" <= @p1
) AS "s0" ON "c"."Id" = "s0"."CenterId"
INNER JOIN "News" AS "n2" ON "s0"."NewsId" = "n2"."Id"
WHERE "c"."Id" IN (
    SELECT "p"."value"
    FROM json_each(@p0) AS "p"
)
ORDER BY "c"."Id", CASE
    WHEN "n2"."PublishedOnEarliest" IS NULL THEN 1
    ELSE 0
END, "n2"."PublishedOnEarliest" DESC, "n2"."Id"

