CREATE SCHEMA extensions;
CREATE EXTENSION hstore SCHEMA extensions;
CREATE TABLE things (id integer PRIMARY KEY, tags extensions.hstore DEFAULT '' NOT NULL);
CREATE INDEX things_tags ON things USING gin (tags);
