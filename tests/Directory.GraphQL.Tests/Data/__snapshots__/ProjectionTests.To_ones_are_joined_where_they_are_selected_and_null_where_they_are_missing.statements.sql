SELECT "b0"."Id", "l"."Name", "c"."Id", "c"."Name", "b1"."Id", "b1"."Title", "b2"."Id", "b2"."Pages"
FROM (
    SELECT "b"."Id", "b"."LibraryId", "b"."SequelId"
    FROM "Books" AS "b"
    ORDER BY "b"."Id"
    LIMIT @p0
) AS "b0"
INNER JOIN "Libraries" AS "l" ON "b0"."LibraryId" = "l"."Id"
LEFT JOIN "Cities" AS "c" ON "l"."CityId" = "c"."Id"
LEFT JOIN "Books" AS "b1" ON "b0"."SequelId" = "b1"."Id"
LEFT JOIN "Books" AS "b2" ON "b1"."SequelId" = "b2"."Id"
ORDER BY "b0"."Id"