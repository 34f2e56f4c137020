SELECT "b0"."Id", "a"."Id", "a"."Name", "c"."Id", "c"."Name"
FROM (
    SELECT "b"."Id", "b"."AboutAuthorId", "b"."AboutCityId"
    FROM "Books" AS "b"
    ORDER BY "b"."Id"
    LIMIT @p0
) AS "b0"
LEFT JOIN "Authors" AS "a" ON "b0"."AboutAuthorId" = "a"."Id"
LEFT JOIN "Cities" AS "c" ON "b0"."AboutCityId" = "c"."Id"
ORDER BY "b0"."Id"

SELECT "a"."Id", (
    SELECT COUNT(*)
    FROM "Authorship" AS "a0"
    WHERE "a"."Id" = "a0"."AuthorId" AND NOT EXISTS (
        SELECT 1
        FROM "Authorship" AS "a1"
        WHERE "a"."Id" = "a1"."AuthorId" AND "a1"."BookId" = "a0"."BookId" AND "a1"."Id" < "a0"."Id"))
FROM "Authors" AS "a"
WHERE "a"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)