-- 1
SELECT "e"."Date", "e"."DateEarliest", "e"."DateLatest", "e"."Id", "e"."Title"
FROM "Events" AS "e"
WHERE "e"."DateEarliest" >= @Value AND "e"."DateLatest" <= @Value1
ORDER BY CASE
    WHEN "e"."DateEarliest" IS NULL THEN 1
    ELSE 0
END, "e"."DateEarliest", "e"."Id"
LIMIT @Value2

-- 2
SELECT "e"."Date", "e"."DateEarliest", "e"."Id", "e"."Title"
FROM "Events" AS "e"
WHERE "e"."DateLatest" >= @Value AND "e"."DateEarliest" <= @Value1
ORDER BY CASE
    WHEN "e"."DateEarliest" IS NULL THEN 1
    ELSE 0
END, "e"."DateEarliest", "e"."Id"
LIMIT @Value2

-- 3
SELECT "e"."DateEarliest", "e"."Id", "e"."Title"
FROM "Events" AS "e"
WHERE "e"."DateLatest" >= @Value AND "e"."DateEarliest" <= @Value1
ORDER BY CASE
    WHEN "e"."DateEarliest" IS NULL THEN 1
    ELSE 0
END, "e"."DateEarliest", "e"."Id"
LIMIT @Value2

-- 4
SELECT "e"."Date", "e"."DateEarliest", "e"."Id", "e"."Title"
FROM "Events" AS "e"
WHERE "e"."Date" = @Value
ORDER BY CASE
    WHEN "e"."DateEarliest" IS NULL THEN 1
    ELSE 0
END, "e"."DateEarliest", "e"."Id"
LIMIT @Value1

-- 5
SELECT "c"."DisplayName", "c"."DisplayNameFolded", "c"."Id", "c"."StartsOn"
FROM "Centers" AS "c"
WHERE "c"."StartsOnEarliest" >= @Value
ORDER BY "c"."DisplayNameFolded", "c"."Id"
LIMIT @Value1

-- 6
SELECT "c"."DisplayName", "c"."DisplayNameFolded", "c"."Id", "c"."StartsOn"
FROM "Centers" AS "c"
WHERE "c"."StartsOnLatest" >= @Value AND "c"."StartsOnEarliest" <= @Value1
ORDER BY "c"."DisplayNameFolded", "c"."Id"
LIMIT @Value2

