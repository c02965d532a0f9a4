CREATE TABLE people (id integer PRIMARY KEY, name text, seen integer DEFAULT 0);
CREATE FUNCTION bump() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.seen := NEW.seen + TG_ARGV[0]::integer; RETURN NEW; END';
