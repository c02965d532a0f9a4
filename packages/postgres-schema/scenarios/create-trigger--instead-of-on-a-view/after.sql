CREATE TABLE people (id integer PRIMARY KEY, name text);
CREATE VIEW shown AS SELECT id, upper(name) AS name FROM people;
CREATE FUNCTION put() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO people VALUES (NEW.id, lower(NEW.name)); RETURN NEW; END';
CREATE TRIGGER put INSTEAD OF INSERT ON shown FOR EACH ROW EXECUTE FUNCTION put();
