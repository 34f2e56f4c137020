SELECT "l"."Id"
FROM "Libraries" AS "l"
ORDER BY "l"."Id"
LIMIT @p0

SELECT "l"."Id", "b1"."Id", "b1"."IsRare", "b1"."TitleFolded"
FROM "Libraries" AS "l"
INNER JOIN (
    SELECT "b0"."Id", "b0"."IsRare", "b0"."LibraryId", "b0"."TitleFolded"
    FROM (
        SELECT "b"."Id", "b"."IsRare", "b"."LibraryId", "b"."TitleFolded", ROW_NUMBER() OVER(PARTITION BY "b"."LibraryId" ORDER BY "b"."TitleFolded", "b"."Id") AS "row"
        FROM "Books" AS "b"
        WHERE "b"."LibraryId" IN (
            SELECT "i0"."value"
            FROM json_each(@p0) AS "i0"
        ) AND "b"."IsRare"
    ) AS "b0"
    WHERE "b0"."row" <= @p1
) AS "b1" ON "l"."Id" = "b1"."LibraryId"
WHERE "l"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)
ORDER BY "l"."Id", "b1"."TitleFolded", "b1"."Id"

SELECT "l"."Id", (
    SELECT COUNT(*)
    FROM "Books" AS "b"
    WHERE "l"."Id" = "b"."LibraryId" AND "b"."IsRare")
FROM "Libraries" AS "l"
WHERE "l"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)