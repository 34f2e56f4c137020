-- 1
SELECT "e"."Agenda", "e"."Date", "e"."DateEarliest", "e"."DateText", "e"."Findings", "e"."Id", "e"."Kind", "e"."Outcomes", "e"."Status", "e"."TerritoryText", "e"."Title", "e"."Venue"
FROM "Events" AS "e"
WHERE "e"."Slug" = @slug
LIMIT @p

-- 2
SELECT "e"."Agenda", "e"."Date", "e"."DateEarliest", "e"."DateText", "e"."Findings", "e"."Id", "e"."Kind", "e"."Outcomes", "e"."Status", "e"."TerritoryText", "e"."Title", "e"."Venue"
FROM "Events" AS "e"
WHERE "e"."Slug" = @slug
LIMIT @p

-- 3
SELECT "t"."Id", "t"."Name", "t"."DeclaredCenters_Comparator" IS NULL, "t"."DeclaredCenters_Comparator", "t"."DeclaredCenters_Text", "t"."DeclaredCenters_Unit", "t"."DeclaredCenters_Value"
FROM "Territories" AS "t"
WHERE "t"."Code" = @key OR "t"."Iso" = @key OR "t"."Slug" = @key
ORDER BY "t"."Id"
LIMIT @p

-- 4
SELECT "e"."Id", "e2"."Id", "e2"."Name", "e2"."Position", "e2"."Role", "o"."Id" IS NULL, "o"."Kind", "o"."Name"
FROM "Events" AS "e"
INNER JOIN (
    SELECT "e1"."Id", "e1"."EventId", "e1"."Name", "e1"."OrganizationId", "e1"."Position", "e1"."Role"
    FROM (
        SELECT "e0"."Id", "e0"."EventId", "e0"."Name", "e0"."OrganizationId", "e0"."Position", "e0"."Role", ROW_NUMBER() OVER(PARTITION BY "e0"."EventId" ORDER BY "e0"."Id") AS "row"
        FROM "EventParticipants" AS "e0"
        WHERE "e0"."EventId" = @p01
    ) AS "e1"
    WHERE "e1"."row" <= @p1
) AS "e2" ON "e"."Id" = "e2"."EventId"
LEFT JOIN "Organizations" AS "o" ON "e2"."OrganizationId" = "o"."Id"
WHERE "e"."Id" = @p01
ORDER BY "e"."Id", "e2"."Id"

-- 5
SELECT "e"."Id", "e2"."Id", "e2"."Name", "e2"."Position", "e2"."Role", "o"."Id" IS NULL, "o"."Kind", "o"."Name"
FROM "Events" AS "e"
INNER JOIN (
    SELECT "e1"."Id", "e1"."EventId", "e1"."Name", "e1"."OrganizationId", "e1"."Position", "e1"."Role"
    FROM (
        SELECT "e0"."Id", "e0"."EventId", "e0"."Name", "e0"."OrganizationId", "e0"."Position", "e0"."Role", ROW_NUMBER() OVER(PARTITION BY "e0"."EventId" ORDER BY "e0"."Id") AS "row"
        FROM "EventParticipants" AS "e0"
        WHERE "e0"."EventId" = @p01
    ) AS "e1"
    WHERE "e1"."row" <= @p1
) AS "e2" ON "e"."Id" = "e2"."EventId"
LEFT JOIN "Organizations" AS "o" ON "e2"."OrganizationId" = "o"."Id"
WHERE "e"."Id" = @p01
ORDER BY "e"."Id", "e2"."Id"

