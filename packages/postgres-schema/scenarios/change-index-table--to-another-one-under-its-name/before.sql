CREATE TABLE people (name text);
CREATE TABLE places (name text);
CREATE INDEX by_name ON people (name);
