CREATE TYPE mood AS ENUM ('fine', 'happy', 'great');
CREATE DOMAIN good_mood AS mood CHECK (VALUE <> 'fine');
CREATE TYPE entry AS (day date, moods mood[], best good_mood);
CREATE TABLE diary (id integer PRIMARY KEY, entry entry, past entry[], best good_mood DEFAULT 'happy');
CREATE FUNCTION best_of(entry) RETURNS good_mood LANGUAGE sql AS 'SELECT $1.best';
