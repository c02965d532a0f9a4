CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TABLE entries (title text);
CREATE TABLE letters (mood mood) INHERITS (entries);
CREATE INDEX letters_mood ON letters (mood DESC);
