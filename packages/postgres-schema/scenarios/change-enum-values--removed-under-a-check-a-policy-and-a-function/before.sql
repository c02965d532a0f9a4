CREATE TYPE status AS ENUM ('open', 'legacy', 'closed');
CREATE TABLE tickets (id integer PRIMARY KEY, status status NOT NULL, CONSTRAINT not_closed_first CHECK (id > 1 OR status <> 'closed'));
ALTER TABLE tickets ENABLE ROW LEVEL SECURITY;
CREATE POLICY open_only ON tickets FOR SELECT USING (status = 'open');
CREATE FUNCTION is_open(s status) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT s = 'open' $$;
