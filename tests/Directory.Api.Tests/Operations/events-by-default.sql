-- 1
SELECT "e"."Date", "e"."DateEarliest", "e"."Id", "e"."Title"
FROM "Events" AS "e"
ORDER BY CASE
    WHEN "e"."DateEarliest" IS NULL THEN 1
    ELSE 0
END, "e"."DateEarliest", "e"."Id"
LIMIT @p0

-- 2
SELECT COUNT(*)
FROM (
SELECT "e"."Id"
FROM "Events" AS "e"
) AS "counted"

