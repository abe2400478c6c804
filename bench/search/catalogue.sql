-- Products of a vocabulary like a shop's: 12 colours, 40 things, 6 materials and 5,000 rarer words, in the form of V3.
CREATE FUNCTION pg_temp.rare_word(n bigint) RETURNS text LANGUAGE sql IMMUTABLE
RETURN (SELECT string_agg(
                   (string_to_array('ba ce di fo gu ka le mi no pu ra se ti vo zu', ' '))
                       [CAST(n * 2654435761 % 5000 / power(15, place) AS bigint) % 15 + 1], '')
        FROM generate_series(0, 3) AS place);

INSERT INTO products (id, sku, name, description, category, price_amount, price_currency, attributes, status,
                      search_text, created_at, updated_at, version)
SELECT CAST(lpad(to_hex(1_700_000_000_000 + n), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0') AS uuid),
       'SKU-' || lpad(CAST(n AS text), 7, '0'),
       initcap(colour || ' ' || thing || ' ' || pg_temp.rare_word(n)),
       'A ' || colour || ' ' || thing || ' made of ' || material || ' with a ' || pg_temp.rare_word(n * 7)
           || ' pattern, for every day.',
       thing || 's', 100 + n * 7919 % 20_000, 'EUR',
       jsonb_build_object('colour', colour, 'material', material, 'size', n % 50),
       CASE n % 50 WHEN 0 THEN 'draft' WHEN 1 THEN 'archived' ELSE 'active' END,
       '', created_at, created_at, 1
FROM generate_series(CAST(1 AS bigint), :products) AS n,
     LATERAL (
         SELECT (string_to_array('red blue green white black yellow purple orange silver golden brown pink', ' '))
                    [CAST(n % 12 + 1 AS int)] AS colour,
                (string_to_array(
                    'mug bowl plate lampshade candle teapot cushion blanket lantern basket clock mirror frame vase '
                    'tray jar bottle spoon knife fork chair table stool shelf curtain carpet towel apron kettle pan '
                    'wreath bunting card parasol umbrella wallet purse satchel tote bucket', ' '))
                    [CAST(n / 12 % 40 + 1 AS int)] AS thing,
                (string_to_array('wood steel glass cotton linen ceramic', ' '))
                    [CAST(n / 480 % 6 + 1 AS int)] AS material,
                timestamptz '2024-01-01' + CAST(n AS float8) * interval '1 minute' AS created_at) AS details;
