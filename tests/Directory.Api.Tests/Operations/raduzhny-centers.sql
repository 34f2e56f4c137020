-- 1
SELECT "c0"."ActivityAreas", "c0"."Audiences", "c0"."DisplayName", "c0"."DisplayNameFolded", "c0"."Goals", "c0"."HostUnit", "c0"."Id", "c0"."Level", "c0"."Name", "c0"."Slug", "c0"."Specializations", "c0"."Status", "c0"."SupportKinds", "c0"."TerritoryText", "l"."Id", "l"."Kind", "l"."Number", "l"."SignedBy", "l"."SignedOn", "l"."Title", "l"."Url", "o"."Id", "o"."Name", "o0"."Id", "o0"."Name", "t"."Id", "t"."Name"
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
FROM (
SELECT "c"."Id"
FROM "Centers" AS "c"
WHERE instr("fold"("c"."TerritoryText"), @p0) > 0
) AS "counted"

-- 3
SELECT "c"."Id", "s"."Audiences", "s"."Description", "s"."DisplayNameFolded", "s"."Eligibility", "s"."Fee", "s"."Id", "s"."Name", "s"."Status", "s"."SupportKinds"
FROM "Centers" AS "c"
CROSS JOIN "Services" AS "s"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "s"."Id" IN (
    SELECT "s0"."Id"
    FROM "Services" AS "s0"
    WHERE "c"."Id" = "s0"."CenterId"
    ORDER BY "s0"."DisplayNameFolded", "s0"."Id"
    LIMIT @p1
)
ORDER BY "c"."Id", "s"."DisplayNameFolded", "s"."Id"

-- 4
SELECT "c"."Id", "e"."Date", "e"."DateEarliest", "e"."Id", "e"."Status", "e"."Title"
FROM "Centers" AS "c"
CROSS JOIN "Events" AS "e"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "e"."Id" IN (
    SELECT "e0"."EventId"
    FROM "EventCenters" AS "e0"
    WHERE "c"."Id" = "e0"."CenterId"
    ORDER BY CASE
        WHEN "e0"."EventDateEarliest" IS NULL THEN 1
        ELSE 0
    END, "e0"."EventDateEarliest", "e0"."EventId"
    LIMIT @p1
)
ORDER BY "c"."Id", CASE
    WHEN "e"."DateEarliest" IS NULL THEN 1
    ELSE 0
END, "e"."DateEarliest", "e"."Id"

-- 5
SELECT "c"."Id", "n"."Author", "n"."Id", "n"."PublishedOnEarliest", "n"."Publisher", "n"."Title"
FROM "Centers" AS "c"
CROSS JOIN "News" AS "n"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "n"."Id" IN (
    SELECT "n0"."Id"
    FROM "CenterNews" AS "c0"
    INNER JOIN "News" AS "n0" ON "c0"."NewsId" = "n0"."Id"
    WHERE "c"."Id" = "c0"."CenterId"
    ORDER BY CASE
        WHEN "n0"."PublishedOnEarliest" IS NULL THEN 1
        ELSE 0
    END, "n0"."PublishedOnEarliest" DESC, "n0"."Id"
    LIMIT @p1
)
ORDER BY "c"."Id", CASE
    WHEN "n"."PublishedOnEarliest" IS NULL THEN 1
    ELSE 0
END, "n"."PublishedOnEarliest" DESC, "n"."Id"

