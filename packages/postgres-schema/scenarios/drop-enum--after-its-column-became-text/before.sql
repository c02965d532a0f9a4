CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE people (id integer PRIMARY KEY, now mood NOT NULL DEFAULT 'ok', past mood[]);
