SELECT "l"."Id"
FROM "Libraries" AS "l"
ORDER BY "l"."Id"
LIMIT @p0

SELECT "l"."Id", "b"."Id", "b"."IsRare", "b"."TitleFolded"
FROM "Libraries" AS "l"
CROSS JOIN "Books" AS "b"
WHERE "l"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "b"."Id" IN (
    SELECT "b0"."Id"
    FROM "Books" AS "b0"
    WHERE "l"."Id" = "b0"."LibraryId" AND "b0"."IsRare"
    ORDER BY "b0"."TitleFolded", "b0"."Id"
    LIMIT @p1
)
ORDER BY "l"."Id", "b"."TitleFolded", "b"."Id"

SELECT "l"."Id", (
    SELECT COUNT(*)
    FROM "Books" AS "b"
    WHERE "l"."Id" = "b"."LibraryId" AND "b"."IsRare")
FROM "Libraries" AS "l"
WHERE "l"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)