-- 1
SELECT "m0"."Id", "m0"."Name", "m0"."Period", "m0"."PeriodEarliest", "m0"."Quantity_Comparator", "m0"."Quantity_Text", "m0"."Quantity_Unit", "m0"."Quantity_Value", "c"."Id", "c"."DisplayName", "e"."Id", "e"."DisplayName", "n"."Id", "n"."DisplayName", "o"."Id", "o"."DisplayName", "o"."Kind", "t"."Id", "t"."Code", "p"."Id", "p"."DisplayName", "p"."Period", "p0"."Id", "p0"."DisplayName", "t0"."Id", "t0"."DisplayName", "t1"."Id", "t1"."Name"
FROM (
    SELECT "m"."Id", "m"."Name", "m"."Period", "m"."PeriodEarliest", "m"."SubjectCenterId", "m"."SubjectEventId", "m"."SubjectNetworkId", "m"."SubjectOrganizationId", "m"."SubjectProgramId", "m"."SubjectProjectId", "m"."SubjectTerritoryId", "m"."TerritoryId", "m"."Quantity_Comparator", "m"."Quantity_Text", "m"."Quantity_Unit", "m"."Quantity_Value", CASE
        WHEN "m"."PeriodEarliest" IS NULL THEN 1
        ELSE 0
    END AS "c"
    FROM "Metrics" AS "m"
    WHERE "m"."Kind" = @p0
    ORDER BY CASE
        WHEN "m"."PeriodEarliest" IS NULL THEN 1
        ELSE 0
    END, "m"."PeriodEarliest" DESC, "m"."Id"
    LIMIT @p1
) AS "m0"
LEFT JOIN "Centers" AS "c" ON "m0"."SubjectCenterId" = "c"."Id"
LEFT JOIN "Events" AS "e" ON "m0"."SubjectEventId" = "e"."Id"
LEFT JOIN "Networks" AS "n" ON "m0"."SubjectNetworkId" = "n"."Id"
LEFT JOIN "Organizations" AS "o" ON "m0"."SubjectOrganizationId" = "o"."Id"
LEFT JOIN "Territories" AS "t" ON "o"."TerritoryId" = "t"."Id"
LEFT JOIN "Programs" AS "p" ON "m0"."SubjectProgramId" = "p"."Id"
LEFT JOIN "Projects" AS "p0" ON "m0"."SubjectProjectId" = "p0"."Id"
LEFT JOIN "Territories" AS "t0" ON "m0"."SubjectTerritoryId" = "t0"."Id"
LEFT JOIN "Territories" AS "t1" ON "m0"."TerritoryId" = "t1"."Id"
ORDER BY "m0"."c", "m0"."PeriodEarliest" DESC, "m0"."Id"

-- 2
SELECT "o"."Id", "g"."AwardedOnEarliest", "g"."Funder", "g"."Id", "g"."Amount_AmountMinor", "g"."Amount_Currency"
FROM "Organizations" AS "o"
CROSS JOIN "Grants" AS "g"
WHERE "o"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "g"."Id" IN (
    SELECT "g0"."Id"
    FROM "Grants" AS "g0"
    WHERE "o"."Id" = "g0"."RecipientId"
    ORDER BY CASE
        WHEN "g0"."AwardedOnEarliest" IS NULL THEN 1
        ELSE 0
    END, "g0"."AwardedOnEarliest" DESC, "g0"."Id"
    LIMIT @p1
)
ORDER BY "o"."Id", CASE
    WHEN "g"."AwardedOnEarliest" IS NULL THEN 1
    ELSE 0
END, "g"."AwardedOnEarliest" DESC, "g"."Id"

