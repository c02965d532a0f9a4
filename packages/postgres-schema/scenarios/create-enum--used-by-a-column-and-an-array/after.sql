CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE people (id integer PRIMARY KEY, now mood NOT NULL DEFAULT 'ok', past mood[] NOT NULL DEFAULT '{}');
