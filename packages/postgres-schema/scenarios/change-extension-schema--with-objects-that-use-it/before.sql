CREATE SCHEMA extensions;
CREATE EXTENSION hstore;
CREATE TABLE things (id integer PRIMARY KEY, tags hstore DEFAULT '' NOT NULL);
CREATE INDEX things_tags ON things USING gin (tags);
