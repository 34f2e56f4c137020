SELECT "b"."Id"
FROM "Books" AS "b"
ORDER BY "b"."Id"
LIMIT @p0

SELECT "b"."Id", "a"."Id"
FROM "Books" AS "b"
CROSS JOIN "Authors" AS "a"
WHERE "b"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "a"."Id" IN (
    SELECT "a2"."Id"
    FROM "Authorship" AS "a0"
    INNER JOIN "Authors" AS "a2" ON "a0"."AuthorId" = "a2"."Id"
    WHERE "b"."Id" = "a0"."BookId" AND NOT EXISTS (
        SELECT 1
        FROM "Authorship" AS "a1"
        WHERE "b"."Id" = "a1"."BookId" AND "a1"."AuthorId" = "a0"."AuthorId" AND "a1"."Id" < "a0"."Id")
    ORDER BY "a2"."Id"
    LIMIT @p1
)
ORDER BY "b"."Id", "a"."Id"

SELECT "b"."Id", (
    SELECT COUNT(*)
    FROM "Authorship" AS "a"
    WHERE "b"."Id" = "a"."BookId" AND NOT EXISTS (
        SELECT 1
        FROM "Authorship" AS "a0"
        WHERE "b"."Id" = "a0"."BookId" AND "a0"."AuthorId" = "a"."AuthorId" AND "a0"."Id" < "a"."Id"))
FROM "Books" AS "b"
WHERE "b"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)