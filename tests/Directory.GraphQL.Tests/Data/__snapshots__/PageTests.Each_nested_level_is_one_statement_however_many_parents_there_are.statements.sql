SELECT "l"."Id", "l"."Name"
FROM "Libraries" AS "l"
ORDER BY "l"."Id"
LIMIT @p0

SELECT "l"."Id", "b1"."Id", "b1"."Title", "b1"."TitleFolded"
FROM "Libraries" AS "l"
INNER JOIN (
    SELECT "b0"."Id", "b0"."LibraryId", "b0"."Title", "b0"."TitleFolded"
    FROM (
        SELECT "b"."Id", "b"."LibraryId", "b"."Title", "b"."TitleFolded", ROW_NUMBER() OVER(PARTITION BY "b"."LibraryId" ORDER BY "b"."TitleFolded", "b"."Id") AS "row"
        FROM "Books" AS "b"
        WHERE "b"."LibraryId" IN (
            SELECT "i0"."value"
            FROM json_each(@p0) AS "i0"
        )
    ) AS "b0"
    WHERE "b0"."row" <= @p1
) AS "b1" ON "l"."Id" = "b1"."LibraryId"
WHERE "l"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)
ORDER BY "l"."Id", "b1"."TitleFolded", "b1"."Id"

SELECT "b"."Id", "a1"."Id", "a1"."Part", "a2"."Name"
FROM "Books" AS "b"
INNER JOIN (
    SELECT "a0"."Id", "a0"."AuthorId", "a0"."BookId", "a0"."Part"
    FROM (
        SELECT "a"."Id", "a"."AuthorId", "a"."BookId", "a"."Part", ROW_NUMBER() OVER(PARTITION BY "a"."BookId" ORDER BY "a"."Id") AS "row"
        FROM "Authorship" AS "a"
        WHERE "a"."BookId" IN (
            SELECT "i0"."value"
            FROM json_each(@p0) AS "i0"
        )
    ) AS "a0"
    WHERE "a0"."row" <= @p1
) AS "a1" ON "b"."Id" = "a1"."BookId"
INNER JOIN "Authors" AS "a2" ON "a1"."AuthorId" = "a2"."Id"
WHERE "b"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)
ORDER BY "b"."Id", "a1"."Id"