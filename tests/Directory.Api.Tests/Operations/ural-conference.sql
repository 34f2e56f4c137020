-- 1
SELECT "e0"."Agenda", "e0"."AlternativeTitles", "e0"."Audiences", "e0"."Date", "e0"."DateEarliest", "e0"."DateLatest", "e0"."DateText", "e0"."Id", "e0"."Kind", "e0"."Level", "e0"."Outcomes", "e0"."Status", "e0"."TerritoryText", "e0"."Title", "t"."Id" IS NULL, "t"."Code", "t"."Name"
FROM (
    SELECT "e"."Id", "e"."Agenda", "e"."AlternativeTitles", "e"."Audiences", "e"."Date", "e"."DateEarliest", "e"."DateLatest", "e"."DateText", "e"."Kind", "e"."Level", "e"."Outcomes", "e"."Status", "e"."TerritoryId", "e"."TerritoryText", "e"."Title", CASE
        WHEN "e"."DateEarliest" IS NULL THEN 1
        ELSE 0
    END AS "c"
    FROM "Events" AS "e"
    WHERE "e"."TitleFolded" LIKE @Value_startswith ESCAPE '\'
    ORDER BY CASE
        WHEN "e"."DateEarliest" IS NULL THEN 1
        ELSE 0
    END, "e"."DateEarliest", "e"."Id"
    LIMIT @Value1
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
        WHERE "e0"."EventId" = @p01
    ) AS "e1"
    WHERE "e1"."row" <= @p1
) AS "e2" ON "e"."Id" = "e2"."EventId"
LEFT JOIN "Centers" AS "c" ON "e2"."CenterId" = "c"."Id"
LEFT JOIN "Organizations" AS "o" ON "e2"."OrganizationId" = "o"."Id"
WHERE "e"."Id" = @p01
ORDER BY "e"."Id", "e2"."Id"

-- 3
SELECT "e"."Id" AS "Key", (
    SELECT COUNT(*)
    FROM "EventParticipants" AS "e0"
    WHERE "e"."Id" = "e0"."EventId") AS "Count"
FROM "Events" AS "e"
WHERE "e"."Id" = @p01

