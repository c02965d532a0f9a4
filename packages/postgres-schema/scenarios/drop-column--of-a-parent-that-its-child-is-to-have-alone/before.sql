CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TABLE entries (title text, mood mood DEFAULT 'bad' NOT NULL);
CREATE TABLE letters () INHERITS (entries);
CREATE INDEX letters_mood ON letters (mood DESC);
