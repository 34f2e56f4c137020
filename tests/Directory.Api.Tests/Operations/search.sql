-- 1
SELECT f."rowid", 0 FROM "SearchTerms" AS f 
WHERE f."SearchTerms" MATCH @match0 AND f."rowid" > @after0 AND ((@types >> ((f."rowid" >> 32) & 31)) & 1) ORDER BY f."rowid" LIMIT @count

-- 2
SELECT COUNT(*) FROM "SearchTerms" AS f  WHERE f."SearchTerms" MATCH @match AND ((@types >> ((f."rowid" >> 32) & 31)) & 1)

-- 3
SELECT "c"."DisplayName", "c"."Id", "t"."Id", "t"."Name"
FROM "Centers" AS "c"
LEFT JOIN "Territories" AS "t" ON "c"."TerritoryId" = "t"."Id"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)

-- 4
SELECT 0, "Id", json_array("Name", "ShortName", "Aliases", "DisplayName", "NameEn", "Contacts", "Description", "DescriptionEn", "ActivityAreas", "Goals", "HostUnit", "TerritoryText", "AddressText") FROM "Centers" WHERE "Id" IN (SELECT value FROM json_each(@ids0))
UNION ALL
SELECT 1, "Id", json_array("Name", "NameEn", "Contacts", "Description", "DescriptionEn", "ActivityAreas", "Eligibility", "Result", "HowToApply", "RequiredDocuments") FROM "Services" WHERE "Id" IN (SELECT value FROM json_each(@ids1))
UNION ALL
SELECT 2, "Id", json_array("Name", "ShortName", "Aliases", "NameEn", "Ogrn", "Inn", "RegistryNumbers", "Contacts", "ActivityAreas", "TerritoryText", "AddressText") FROM "Organizations" WHERE "Id" IN (SELECT value FROM json_each(@ids2))
UNION ALL
SELECT 3, "Id", json_array("Title", "AlternativeTitles", "NameEn", "Description", "DescriptionEn", "Agenda", "Findings", "Outcomes", "Venue", "TerritoryText", "AddressText") FROM "Events" WHERE "Id" IN (SELECT value FROM json_each(@ids3))
UNION ALL
SELECT 4, "Id", json_array("Title", "NameEn", "Summary", "Text", "Author", "Publisher") FROM "News" WHERE "Id" IN (SELECT value FROM json_each(@ids4))
UNION ALL
SELECT 5, "Id", json_array("Name", "NameEn", "Oktmo") FROM "Territories" WHERE "Id" IN (SELECT value FROM json_each(@ids5))
UNION ALL
SELECT 6, "Id", json_array("Name", "NameEn", "Description", "DescriptionEn") FROM "Networks" WHERE "Id" IN (SELECT value FROM json_each(@ids6))
UNION ALL
SELECT 7, "Id", json_array("Name", "NameEn", "Description", "DescriptionEn", "Topics") FROM "Programs" WHERE "Id" IN (SELECT value FROM json_each(@ids7))
UNION ALL
SELECT 8, "Id", json_array("Name", "NameEn", "Goal", "Outcome", "Attribution") FROM "Projects" WHERE "Id" IN (SELECT value FROM json_each(@ids8))
UNION ALL
SELECT 9, "Id", json_array("Name", "DisplayName", "NameEn", "Number", "Competition", "Direction", "Funder") FROM "Grants" WHERE "Id" IN (SELECT value FROM json_each(@ids9))
UNION ALL
SELECT 10, "Id", json_array("Name", "NameEn", "Description", "DescriptionEn", "OwnerText", "OriginText") FROM "Practices" WHERE "Id" IN (SELECT value FROM json_each(@ids10))
UNION ALL
SELECT 11, "Id", json_array("Name", "NameEn") FROM "People" WHERE "Id" IN (SELECT value FROM json_each(@ids11))

-- 5
SELECT ((f."rowid" >> 32) & 31), COUNT(*) FROM "SearchTerms" AS f 
WHERE f."SearchTerms" MATCH @match AND ((@types >> ((f."rowid" >> 32) & 31)) & 1) GROUP BY 1 ORDER BY 2 DESC, 1

-- 6
SELECT r."Id", SUM(n) FROM (
    SELECT e."TerritoryId" AS t, COUNT(*) AS n FROM "SearchTerms" AS f CROSS JOIN "SearchEntries" AS e ON e."Key" = (f."rowid" & 137438953471)
    WHERE f."SearchTerms" MATCH @match AND ((@types >> ((f."rowid" >> 32) & 31)) & 1) AND e."TerritoryId" IS NOT NULL GROUP BY 1) AS counted
CROSS JOIN "TerritoryClosures" AS c ON c."DescendantId" = counted.t CROSS JOIN "Territories" AS r ON r."Id" = c."AncestorId" AND r."Kind" = 'Region'
GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT @first

-- 7
SELECT e."SupportKinds", COUNT(*) FROM "SearchTerms" AS f CROSS JOIN "SearchEntries" AS e ON e."Key" = (f."rowid" & 137438953471)
WHERE f."SearchTerms" MATCH @match AND ((@types >> ((f."rowid" >> 32) & 31)) & 1) AND e."SupportKinds" <> 0 GROUP BY 1

-- 8
SELECT "c"."Id", "s"."DisplayNameFolded", "s"."Id", "s"."Name"
FROM "Centers" AS "c"
CROSS JOIN "Services" AS "s"
WHERE "c"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
) AND "s"."Id" IN (
    SELECT "s0"."Id"
    FROM "Services" AS "s0"
    WHERE "c"."Id" = "s0"."CenterId"
    ORDER BY "s0"."DisplayNameFolded", "s0"."Id"
    LIMIT @p1
)
ORDER BY "c"."Id", "s"."DisplayNameFolded", "s"."Id"

-- 9
SELECT "t"."Id", "t"."Name"
FROM "Territories" AS "t"
WHERE "t"."Id" IN (
    SELECT "i"."value"
    FROM json_each(@p0) AS "i"
)

