CREATE TABLE tickets (id integer PRIMARY KEY, status text NOT NULL DEFAULT 'open', CONSTRAINT known CHECK (status IN ('open', 'closed')));
CREATE INDEX tickets_open ON tickets (id) WHERE status = 'open';
