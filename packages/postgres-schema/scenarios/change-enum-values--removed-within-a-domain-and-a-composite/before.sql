CREATE TYPE mood AS ENUM ('sad', 'fine', 'happy');
CREATE DOMAIN good_mood AS mood CHECK (VALUE <> 'sad');
CREATE TYPE entry AS (day date, moods mood[], best good_mood);
CREATE TABLE diary (id integer PRIMARY KEY, entry entry, past entry[], best good_mood DEFAULT 'happy');
CREATE FUNCTION best_of(entry) RETURNS good_mood LANGUAGE sql AS 'SELECT $1.best';
