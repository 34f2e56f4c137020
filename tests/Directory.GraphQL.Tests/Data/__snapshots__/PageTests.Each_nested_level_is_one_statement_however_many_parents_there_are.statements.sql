SELECT "l"."Id", "l"."Name"
FROM "Libraries" AS "l"
ORDER BY "l"."Id"
LIMIT @p0

SELECT "l"."Id", "b"."Id", "b"."Title", "b"."TitleFolded"
FROM "Libraries" AS "l"
CROSS JOIN "Books" AS "b"
WHERE "l"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "b"."Id" IN (
    SELECT "b0"."Id"
    FROM "Books" AS "b0"
    WHERE "l"."Id" = "b0"."LibraryId"
    ORDER BY "b0"."TitleFolded", "b0"."Id"
    LIMIT @p1
)
ORDER BY "l"."Id", "b"."TitleFolded", "b"."Id"

SELECT "b"."Id", "a"."Id", "a"."Part", "a1"."Name"
FROM "Books" AS "b"
CROSS JOIN "Authorship" AS "a"
INNER JOIN "Authors" AS "a1" ON "a"."AuthorId" = "a1"."Id"
WHERE "b"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "a"."Id" IN (
    SELECT "a0"."Id"
    FROM "Authorship" AS "a0"
    WHERE "b"."Id" = "a0"."BookId"
    ORDER BY "a0"."Id"
    LIMIT @p1
)
ORDER BY "b"."Id", "a"."Id"