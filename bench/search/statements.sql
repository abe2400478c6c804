-- The statements of PostgresProducts as an anonymous client's requests make them, each request under its address.
\pset format unaligned
\pset tuples_only on
\set explain 'EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY ON)'

\echo '## GET /products: the total'
:explain SELECT count(*) AS total FROM products WHERE deleted_at IS NULL AND status IN ('active');

\echo '## GET /products: the first page'
:explain SELECT * FROM products WHERE deleted_at IS NULL AND status IN ('active')
ORDER BY created_at DESC, id DESC LIMIT 20;

\echo '## GET /products?page=40000: a page far behind'
:explain SELECT * FROM products WHERE id IN (
    SELECT id FROM products WHERE deleted_at IS NULL AND status IN ('active')
    ORDER BY created_at DESC, id DESC LIMIT 20 OFFSET 799980)
ORDER BY created_at DESC, id DESC;

\echo '## GET /products?after=...: by cursor, anywhere'
:explain SELECT * FROM products
WHERE deleted_at IS NULL AND status IN ('active')
  AND (created_at, id) < ('2024-06-01', '018bcfe5-6800-7000-8000-000000000000')
ORDER BY created_at DESC, id DESC LIMIT 21;

\echo '## GET /products?category=mugs: the total'
:explain SELECT count(*) AS total FROM products
WHERE deleted_at IS NULL AND category = 'mugs' AND status IN ('active');

\echo '## GET /products?q=blue lampshdae: the words, and what they mean'
:explain SELECT left(typed.word, 64) AS word, position = cardinality(words) AS last,
       ARRAY(SELECT known.word
             FROM product_words AS known
             WHERE known.word % typed.word
               AND typed.word ~ '^[^0-9]{4,}$'
               AND NOT EXISTS (
                   SELECT FROM product_words AS same
                   WHERE same.word BETWEEN typed.word AND typed.word
                       || CASE position WHEN cardinality(words) THEN chr(1114111) ELSE '' END)
             ORDER BY similarity(known.word, typed.word) DESC, known.word
             LIMIT 3) AS meant
FROM search_words('blue lampshdae') AS words,
     unnest(words) WITH ORDINALITY AS typed (word, position)
ORDER BY position;

\echo '## GET /products?q=blue mug: the total, of 2,000 and more'
:explain SELECT count(*) AS total FROM (
    SELECT FROM products
    WHERE deleted_at IS NULL AND status IN ('active')
      AND (search_lexemes @@ CAST('(''ablue'' | ''bblue'' | ''cblue'' | ''dblue'') & (''amug'':* | ''bmug'':* | ''cmug'':* | ''dmug'':*)' AS tsquery)
           OR FALSE)
    LIMIT 1001) AS found;

\echo '## GET /products?q=blue mug: the first page by relevance, grade by grade'
:explain WITH whole_words_of_the_name AS MATERIALIZED (
    SELECT *, 0 AS rank FROM products
    WHERE deleted_at IS NULL AND status IN ('active')
      AND (search_lexemes @@ CAST('(''ablue'') & (''amug'')' AS tsquery) OR FALSE)
    ORDER BY created_at DESC, id DESC LIMIT 20),
name_and_sku AS MATERIALIZED (
    SELECT *, 1 AS rank FROM products
    WHERE deleted_at IS NULL AND status IN ('active')
      AND search_lexemes @@ CAST('(''ablue'' | ''bblue'') & (''amug'':* | ''bmug'':*)' AS tsquery)
      AND NOT ((search_lexemes @@ CAST('(''ablue'') & (''amug'')' AS tsquery) OR FALSE))
      AND (SELECT count(*) FROM whole_words_of_the_name) < 20
    ORDER BY created_at DESC, id DESC LIMIT 20)
SELECT * FROM (SELECT * FROM whole_words_of_the_name UNION ALL SELECT * FROM name_and_sku) AS graded
ORDER BY rank ASC, created_at DESC, id DESC LIMIT 20 OFFSET 0;

\echo '## GET /products?q=blue red: two frequent words that never meet'
:explain SELECT count(*) AS total FROM (
    SELECT FROM products
    WHERE deleted_at IS NULL AND status IN ('active')
      AND (search_lexemes @@ CAST('(''ablue'' | ''bblue'' | ''cblue'' | ''dblue'') & (''ared'' | ''bred'' | ''cred'' | ''dred'')' AS tsquery)
           OR FALSE)
    LIMIT 1001) AS found;

\echo '## GET /products?q=selefoba: what finds few is ranked as a whole'
:explain WITH found AS MATERIALIZED (
    SELECT *, CASE WHEN (search_lexemes @@ CAST('(''aselefoba'')' AS tsquery) OR lower(sku) = 'selefoba') THEN 0
                   WHEN search_lexemes @@ CAST('(''aselefoba'':* | ''bselefoba'':*)' AS tsquery) THEN 1
                   WHEN search_lexemes @@ CAST('(''aselefoba'':* | ''bselefoba'':* | ''cselefoba'':*)' AS tsquery) THEN 2
                   WHEN (search_lexemes @@ CAST('(''aselefoba'':* | ''bselefoba'':* | ''cselefoba'':* | ''dselefoba'':*)' AS tsquery)
                         OR lower(sku) LIKE '%selefoba%') THEN 3 END AS rank
    FROM products
    WHERE deleted_at IS NULL AND status IN ('active')
      AND (search_lexemes @@ CAST('(''aselefoba'':* | ''bselefoba'':* | ''cselefoba'':* | ''dselefoba'':*)' AS tsquery)
           OR lower(sku) LIKE '%selefoba%'))
SELECT * FROM found WHERE TRUE ORDER BY rank ASC, created_at DESC, id DESC LIMIT 20 OFFSET 0;

\echo '## GET /products?q=U-0123456: a part of a sku'
:explain SELECT count(*) AS total FROM (
    SELECT FROM products
    WHERE deleted_at IS NULL AND status IN ('active')
      AND (search_lexemes @@ CAST('(''au'' | ''bu'' | ''cu'' | ''du'') & (''a0123456'':* | ''b0123456'':* | ''c0123456'':* | ''d0123456'':*)' AS tsquery)
           OR lower(sku) LIKE '%u-0123456%')
    LIMIT 1001) AS found;

\echo '## GET /products?attributes.colour=red&attributes.size=6: the total'
:explain SELECT count(*) AS total FROM (
    SELECT FROM products
    WHERE deleted_at IS NULL AND status IN ('active')
      AND (attributes @> CAST('{"colour":"red"}' AS jsonb))
      AND (attributes @> CAST('{"size":"6"}' AS jsonb) OR attributes @> CAST('{"size":6}' AS jsonb))
    LIMIT 1001) AS found;

\echo '## GET /products?facets=category: all products'
:explain WITH listed AS NOT MATERIALIZED (
    SELECT category, status, attributes FROM products WHERE deleted_at IS NULL AND status IN ('active'))
SELECT * FROM (
    (SELECT 0 AS facet, value, count(*) AS products FROM (SELECT category AS value FROM listed) AS valued
     WHERE value IS NOT NULL GROUP BY value ORDER BY products DESC, value COLLATE "C" LIMIT 51)) AS counted
ORDER BY facet, products DESC, value COLLATE "C";

\echo '## GET /products?q=mug&facets=category,attributes.colour: 10,000 products of a search'
:explain WITH listed AS MATERIALIZED (
    SELECT category, status, attributes FROM products
    WHERE deleted_at IS NULL AND status IN ('active')
      AND (search_lexemes @@ CAST('(''amug'':* | ''bmug'':* | ''cmug'':* | ''dmug'':*)' AS tsquery)
           OR lower(sku) LIKE '%mug%')
    LIMIT 10000)
SELECT * FROM (
    (SELECT 0 AS facet, value, count(*) AS products FROM (SELECT category AS value FROM listed) AS valued
     WHERE value IS NOT NULL GROUP BY value ORDER BY products DESC, value COLLATE "C" LIMIT 51)
    UNION ALL
    (SELECT 1 AS facet, value, count(*) AS products
     FROM (SELECT attributes ->> CAST('colour' AS text) AS value FROM listed) AS valued
     WHERE value IS NOT NULL GROUP BY value ORDER BY products DESC, value COLLATE "C" LIMIT 51)
    UNION ALL SELECT 2, '', count(*) FROM listed) AS counted
ORDER BY facet, products DESC, value COLLATE "C";
