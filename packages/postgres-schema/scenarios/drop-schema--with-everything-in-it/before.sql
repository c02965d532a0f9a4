CREATE SCHEMA archive;
CREATE TYPE archive.reason AS ENUM ('age', 'request');
CREATE FUNCTION archive.today() RETURNS date LANGUAGE sql STABLE AS 'SELECT current_date';
CREATE TABLE archive.files (id integer PRIMARY KEY, reason archive.reason NOT NULL, kept_on date DEFAULT archive.today());
CREATE VIEW archive.recent AS SELECT id FROM archive.files WHERE kept_on = archive.today();
