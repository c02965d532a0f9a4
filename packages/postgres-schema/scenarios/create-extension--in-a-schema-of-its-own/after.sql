CREATE SCHEMA extensions;
CREATE EXTENSION pg_trgm SCHEMA extensions;
CREATE TABLE products (id integer PRIMARY KEY, name text NOT NULL);
CREATE INDEX products_name_trgm ON products USING gin (name extensions.gin_trgm_ops);
