SELECT COUNT(*)
FROM "Books" AS "b"
WHERE "b"."IsRare" = @p0