-- 1
SELECT "c0"."Audiences", "c0"."DisplayName", "c0"."DisplayNameFolded", "c0"."Id", "c0"."SupportKinds", "t"."Id" IS NULL, "t"."Name"
FROM (
    SELECT "c"."Id", "c"."Audiences", "c"."DisplayName", "c"."DisplayNameFolded", "c"."SupportKinds", "c"."TerritoryId"
    FROM "Centers" AS "c"
    ORDER BY "c"."DisplayNameFolded", "c"."Id"
    LIMIT @p0
) AS "c0"
LEFT JOIN "Territories" AS "t" ON "c0"."TerritoryId" = "t"."Id"
ORDER BY "c0"."DisplayNameFolded", "c0"."Id"

-- 2
SELECT "c"."Id" AS "Key", "s1"."Audiences", "s1"."DeliveryModes", "s1"."DisplayNameFolded", "s1"."Id", "s1"."Name", "s1"."SupportKinds"
FROM "Centers" AS "c"
INNER JOIN (
    SELECT "s0"."Id", "s0"."Audiences", "s0"."CenterId", "s0"."DeliveryModes", "s0"."DisplayNameFolded", "s0"."Name", "s0"."SupportKinds"
    FROM (
        SELECT "s"."Id", "s"."Audiences", "s"."CenterId", "s"."DeliveryModes", "s"."DisplayNameFolded", "s"."Name", "s"."SupportKinds", ROW_NUMBER() OVER(PARTITION BY "s"."CenterId" ORDER BY "s"."DisplayNameFolded", "s"."Id") AS "row"
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

