SELECT "c"."Id", "c"."Name"
FROM "Cities" AS "c"
ORDER BY "c"."Name", "c"."Id"
LIMIT @p0

SELECT "c"."Id", "l"."Id"
FROM "Cities" AS "c"
CROSS JOIN "Libraries" AS "l"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "l"."Id" IN (
    SELECT "l0"."Id"
    FROM "CityPair" AS "c0"
    INNER JOIN "Cities" AS "c1" ON "c0"."DescendantId" = "c1"."Id"
    INNER JOIN "Libraries" AS "l0" ON "c1"."Id" = "l0"."CityId"
    WHERE "c"."Id" = "c0"."AncestorId"
    ORDER BY "l0"."Id"
    LIMIT @p1
)
ORDER BY "c"."Id", "l"."Id"

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