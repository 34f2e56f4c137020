-- 1
SELECT "e"."Date", "e"."DateEarliest", "e"."DateLatest", "e"."Id", "e"."Title"
FROM "Events" AS "e"
WHERE "e"."DateEarliest" >= @p0 AND "e"."DateLatest" <= @p1
ORDER BY CASE
    WHEN "e"."DateEarliest" IS NULL THEN 1
    ELSE 0
END, "e"."DateEarliest", "e"."Id"
LIMIT @p2

-- 2
SELECT "e"."Date", "e"."DateEarliest", "e"."Id", "e"."Title"
FROM "Events" AS "e"
WHERE "e"."DateLatest" >= @p0 AND "e"."DateEarliest" <= @p1
ORDER BY CASE
    WHEN "e"."DateEarliest" IS NULL THEN 1
    ELSE 0
END, "e"."DateEarliest", "e"."Id"
LIMIT @p2

-- 3
SELECT "e"."DateEarliest", "e"."Id", "e"."Title"
FROM "Events" AS "e"
WHERE "e"."DateLatest" >= @p0 AND "e"."DateEarliest" <= @p1
ORDER BY CASE
    WHEN "e"."DateEarliest" IS NULL THEN 1
    ELSE 0
END, "e"."DateEarliest", "e"."Id"
LIMIT @p2

-- 4
SELECT "e"."Date", "e"."DateEarliest", "e"."Id", "e"."Title"
FROM "Events" AS "e"
WHERE "e"."Date" = @p0
ORDER BY CASE
    WHEN "e"."DateEarliest" IS NULL THEN 1
    ELSE 0
END, "e"."DateEarliest", "e"."Id"
LIMIT @p1

-- 5
SELECT "c"."DisplayName", "c"."DisplayNameFolded", "c"."Id", "c"."StartsOn"
FROM "Centers" AS "c"
WHERE "c"."StartsOnEarliest" >= @p0
ORDER BY "c"."DisplayNameFolded", "c"."Id"
LIMIT @p1

-- 6
SELECT "c"."DisplayName", "c"."DisplayNameFolded", "c"."Id", "c"."StartsOn"
FROM "Centers" AS "c"
WHERE "c"."StartsOnLatest" >= @p0 AND "c"."StartsOnEarliest" <= @p1
ORDER BY "c"."DisplayNameFolded", "c"."Id"
LIMIT @p2

