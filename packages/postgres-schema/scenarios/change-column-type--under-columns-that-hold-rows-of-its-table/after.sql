CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE places (street text, number integer, mood mood);
CREATE TYPE trip AS (start places, stops places[]);
CREATE DOMAIN home AS places CHECK ((VALUE).number > 0);
CREATE TABLE visits (
  at places DEFAULT ROW ('nowhere', 0, NULL)::places CHECK ((at).number >= 0),
  seen places[],
  home home,
  trip trip
);
CREATE INDEX by_place ON visits (at);
CREATE VIEW numbers AS SELECT (at).number, at FROM visits;
CREATE TABLE diaries (visits visits[], at date);
CREATE MATERIALIZED VIEW known_places AS SELECT p AS place FROM places p;
CREATE FUNCTION on_street(places) RETURNS text LANGUAGE sql RETURN ($1).street;
