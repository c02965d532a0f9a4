CREATE TABLE people (id integer PRIMARY KEY, name text, seen integer DEFAULT 0);
CREATE FUNCTION bump() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.seen := NEW.seen + TG_ARGV[0]::integer; RETURN NEW; END';
CREATE TRIGGER bumped BEFORE UPDATE OF name OR INSERT ON people FOR EACH ROW WHEN (NEW.name <> 'it''s') EXECUTE FUNCTION bump('7', 'it''s \n', '$$');
