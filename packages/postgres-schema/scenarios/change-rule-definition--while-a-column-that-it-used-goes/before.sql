CREATE TABLE people (id integer PRIMARY KEY, name text);
CREATE RULE keep AS ON DELETE TO people WHERE OLD.name = 'a' DO INSTEAD NOTHING;
COMMENT ON RULE keep ON people IS 'kept';
