CREATE TYPE weather AS ENUM ('good', 'bad');
CREATE TYPE mood AS ENUM ('sun', 'rain');
CREATE TYPE day AS (felt weather, was mood);
CREATE TABLE days (felt weather DEFAULT 'good', was mood, both_of day, CHECK (was <> 'rain'));
CREATE FUNCTION mood_of(mood) RETURNS weather LANGUAGE sql RETURN 'good'::weather;
CREATE VIEW moods AS SELECT mood_of(was) AS expected, felt FROM days;
