CREATE TYPE status AS ENUM ('open', 'closed');
COMMENT ON TYPE status IS 'Where a ticket stands.';
REVOKE USAGE ON TYPE status FROM PUBLIC;
GRANT USAGE ON TYPE status TO scenario_reader;
ALTER TYPE status OWNER TO scenario_owner;
CREATE TABLE tickets (id integer PRIMARY KEY, status status);
COMMENT ON COLUMN tickets.status IS 'Kept.';
