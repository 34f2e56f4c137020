-- 1
SELECT "c0"."Audiences", "c0"."DisplayName", "c0"."DisplayNameFolded", "c0"."Id", "c0"."SupportKinds", "t"."Id", "t"."Name"
FROM (
    SELECT "c"."Id", "c"."Audiences", "c"."DisplayName", "c"."DisplayNameFolded", "c"."SupportKinds", "c"."TerritoryId"
    FROM "Centers" AS "c"
    ORDER BY "c"."DisplayNameFolded", "c"."Id"
    LIMIT @p0
) AS "c0"
LEFT JOIN "Territories" AS "t" ON "c0"."TerritoryId" = "t"."Id"
ORDER BY "c0"."DisplayNameFolded", "c0"."Id"

-- 2
SELECT "c"."Id", "s"."Audiences", "s"."DeliveryModes", "s"."DisplayNameFolded", "s"."Id", "s"."Name", "s"."SupportKinds"
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

