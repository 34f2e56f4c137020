SELECT "c"."Id", "c"."Name"
FROM "Cities" AS "c"
ORDER BY "c"."Name", "c"."Id"
LIMIT @p0

SELECT "c"."Id", "s0"."Id"
FROM "Cities" AS "c"
INNER JOIN (
    SELECT "s"."Id", "s"."AncestorId"
    FROM (
        SELECT "l"."Id", "c0"."AncestorId", ROW_NUMBER() OVER(PARTITION BY "c0"."AncestorId" ORDER BY "l"."Id") AS "row"
        FROM "CityPair" AS "c0"
        INNER JOIN "Cities" AS "c1" ON "c0"."DescendantId" = "c1"."Id"
        INNER JOIN "Libraries" AS "l" ON "c1"."Id" = "l"."CityId"
        WHERE "c0"."AncestorId" IN (
            SELECT "i0"."value"
            FROM json_each(@p0) AS "i0"
        )
    ) AS "s"
    WHERE "s"."row" <= @p1
) AS "s0" ON "c"."Id" = "s0"."AncestorId"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)
ORDER BY "c"."Id", "s0"."Id"

SELECT "c"."Id", (
    SELECT COUNT(*)
    FROM "CityPair" AS "c0"
    INNER JOIN "Cities" AS "c1" ON "c0"."DescendantId" = "c1"."Id"
    INNER JOIN "Libraries" AS "l" ON "c1"."Id" = "l"."CityId"
    WHERE "c"."Id" = "c0"."AncestorId")
FROM "Cities" AS "c"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)