-- What the search for products looks into. The database makes it of the row, whoever writes the row.

-- A text in lower case and without accents; one in plain ASCII, as most are, without the long way round.
CREATE FUNCTION search_folded(prose text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(
        CASE WHEN octet_length(prose) = char_length(prose) THEN prose
             ELSE regexp_replace(normalize(prose, NFKD), '[\u0300-\u036f]+', '', 'g') END);

-- A text's words, in order. What separates words is listed, so that it does not depend on the server's locale.
CREATE FUNCTION search_words(prose text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN array_remove(
        string_to_array(
            regexp_replace(
                search_folded(prose),
                '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f]+', ' ', 'g'),
            ' '),
        '');

-- The words, each behind the letter of the field that has them: a for the name, b for the sku, c for the category,
-- d for the description. An index of weights would have to look into every row; one of these need not.
CREATE FUNCTION product_search_lexemes(name text, sku text, category text, description text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (
        SELECT array_to_tsvector(coalesce(array_agg(DISTINCT field || left(word, 64)), '{}'))
        FROM (VALUES ('a', name), ('b', sku), ('c', category), ('d', description)) AS part (field, prose),
             unnest(search_words(prose)) AS word);

DROP INDEX products_by_text;
ALTER TABLE products
    DROP COLUMN search_text,
    ADD COLUMN search_lexemes tsvector NOT NULL
        GENERATED ALWAYS AS (product_search_lexemes(name, sku, category, description)) STORED;

-- Without the list of pending entries, which every search would have to read from end to end after
-- many products were added at once.
CREATE INDEX products_by_lexeme ON products USING gin (search_lexemes) WITH (fastupdate = off)
    WHERE deleted_at IS NULL;
-- For parts of a sku.
CREATE INDEX products_by_part_of_sku ON products USING gin (lower(sku) gin_trgm_ops) WITH (fastupdate = off)
    WHERE deleted_at IS NULL;
CREATE INDEX products_by_attribute ON products USING gin (attributes jsonb_path_ops) WITH (fastupdate = off)
    WHERE deleted_at IS NULL;

-- The words that names, categories and descriptions ever had, to find what a mistyped one was meant to be.
-- Those with digits are left out: the neighbour of a number is another number.
CREATE TABLE product_words (
    word text COLLATE "C" NOT NULL,
    CONSTRAINT product_words_pk PRIMARY KEY (word)
);

CREATE INDEX product_words_by_trigram ON product_words USING gin (word gin_trgm_ops);

CREATE FUNCTION add_product_words() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    -- In order, so that those who add the same words at once wait for each other in one direction.
    INSERT INTO product_words (word)
    SELECT DISTINCT substr(lexeme, 2) COLLATE "C" AS word
    FROM written, unnest(tsvector_to_array(written.search_lexemes)) AS lexeme
    WHERE lexeme ~ '^[acd][^0-9]{4,}$'
      AND NOT EXISTS (SELECT FROM product_words AS known WHERE known.word = substr(lexeme, 2))
    ORDER BY word
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

CREATE TRIGGER product_words_of_added AFTER INSERT ON products
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION add_product_words();
CREATE TRIGGER product_words_of_edited AFTER UPDATE ON products
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION add_product_words();

INSERT INTO product_words (word)
SELECT DISTINCT substr(lexeme, 2)
FROM products, unnest(tsvector_to_array(search_lexemes)) AS lexeme
WHERE lexeme ~ '^[acd][^0-9]{4,}$';
