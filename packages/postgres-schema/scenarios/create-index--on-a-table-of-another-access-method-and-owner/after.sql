CREATE FUNCTION is_open(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 <> 'closed' $$;
REVOKE ALL ON FUNCTION is_open FROM PUBLIC;
CREATE ACCESS METHOD rows TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE tickets (id integer PRIMARY KEY, state text) USING rows;
CREATE INDEX tickets_open ON tickets (id) WHERE is_open(state);
ALTER TABLE tickets OWNER TO scenario_owner;
