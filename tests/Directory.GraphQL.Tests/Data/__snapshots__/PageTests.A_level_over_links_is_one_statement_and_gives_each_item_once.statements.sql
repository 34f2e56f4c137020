SELECT "b"."Id"
FROM "Books" AS "b"
ORDER BY "b"."Id"
LIMIT @p0

SELECT "b"."Id", "a2"."Id"
FROM "Books" AS "b"
INNER JOIN (
    SELECT "s"."AuthorId", "s"."BookId"
    FROM (
        SELECT "a"."AuthorId", "a"."BookId", ROW_NUMBER() OVER(PARTITION BY "a"."BookId" ORDER BY "a1"."Id") AS "row"
        FROM "Authorship" AS "a"
        INNER JOIN "Authors" AS "a1" ON "a"."AuthorId" = "a1"."Id"
        WHERE "a"."BookId" IN (
            SELECT "i0"."value"
            FROM json_each(@p0) AS "i0"
        ) AND NOT EXISTS (
            SELECT 1
            FROM "Authorship" AS "a0"
            WHERE "a0"."BookId" = "a"."BookId" AND "a0"."AuthorId" = "a"."AuthorId" AND "a0"."Id" < "a"."Id")
    ) AS "s"
    WHERE "s"."row" <= @p1
) AS "s0" ON "b"."Id" = "s0"."BookId"
INNER JOIN "Authors" AS "a2" ON "s0"."AuthorId" = "a2"."Id"
WHERE "b"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)
ORDER BY "b"."Id", "a2"."Id"

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