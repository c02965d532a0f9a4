CREATE TABLE people (name text);
CREATE TABLE guests (name text);
