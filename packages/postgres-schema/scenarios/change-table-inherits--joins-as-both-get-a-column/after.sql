CREATE TABLE people (name text, age integer DEFAULT 0 NOT NULL, CHECK (age >= 0));
CREATE TABLE guests (name text, age integer DEFAULT 0 NOT NULL, CHECK (age >= 0)) INHERITS (people);
