SELECT COUNT(*)
FROM (
SELECT "b"."Id"
FROM "Books" AS "b"
WHERE "b"."IsRare" = @p0
) AS "counted"