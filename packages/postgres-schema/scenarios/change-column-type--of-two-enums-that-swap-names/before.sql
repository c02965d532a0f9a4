CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TYPE weather AS ENUM ('sun', 'rain');
CREATE TYPE day AS (felt mood, was weather);
CREATE TABLE days (felt mood DEFAULT 'good', was weather, both_of day, CHECK (was <> 'rain'));
CREATE FUNCTION mood_of(weather) RETURNS mood LANGUAGE sql RETURN 'good'::mood;
CREATE VIEW moods AS SELECT mood_of(was) AS expected, felt FROM days;
