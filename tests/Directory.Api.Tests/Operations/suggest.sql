-- 1
SELECT f."rowid", 0 FROM "SearchTerms" AS f 
WHERE f."SearchTerms" MATCH @match0 AND f."rowid" > @after0 AND ((@types >> ((f."rowid" >> 32) & 31)) & 1) ORDER BY f."rowid" LIMIT @count

-- 2
SELECT 0, "Id", "DisplayName" FROM "Centers" WHERE "Id" IN (SELECT value FROM json_each(@ids0))
UNION ALL
SELECT 1, "Id", "DisplayName" FROM "Services" WHERE "Id" IN (SELECT value FROM json_each(@ids1))
UNION ALL
SELECT 2, "Id", "DisplayName" FROM "Organizations" WHERE "Id" IN (SELECT value FROM json_each(@ids2))
UNION ALL
SELECT 3, "Id", "DisplayName" FROM "Events" WHERE "Id" IN (SELECT value FROM json_each(@ids3))
UNION ALL
SELECT 4, "Id", "DisplayName" FROM "News" WHERE "Id" IN (SELECT value FROM json_each(@ids4))
UNION ALL
SELECT 5, "Id", "DisplayName" FROM "Territories" WHERE "Id" IN (SELECT value FROM json_each(@ids5))
UNION ALL
SELECT 6, "Id", "DisplayName" FROM "Networks" WHERE "Id" IN (SELECT value FROM json_each(@ids6))
UNION ALL
SELECT 7, "Id", "DisplayName" FROM "Programs" WHERE "Id" IN (SELECT value FROM json_each(@ids7))
UNION ALL
SELECT 8, "Id", "DisplayName" FROM "Projects" WHERE "Id" IN (SELECT value FROM json_each(@ids8))
UNION ALL
SELECT 9, "Id", "DisplayName" FROM "Grants" WHERE "Id" IN (SELECT value FROM json_each(@ids9))
UNION ALL
SELECT 10, "Id", "DisplayName" FROM "Practices" WHERE "Id" IN (SELECT value FROM json_each(@ids10))
UNION ALL
SELECT 11, "Id", "DisplayName" FROM "People" WHERE "Id" IN (SELECT value FROM json_each(@ids11))

-- 3
SELECT "t"."Code", "t"."Id"
FROM "Territories" AS "t"
WHERE "t"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)

