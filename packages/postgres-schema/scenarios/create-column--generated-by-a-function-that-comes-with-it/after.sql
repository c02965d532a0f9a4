CREATE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(replace(t, ' ', '-')) $$;
CREATE TABLE articles (title text NOT NULL, slug text GENERATED ALWAYS AS (slug(title)) STORED);
CREATE UNIQUE INDEX articles_slug ON articles (slug);
