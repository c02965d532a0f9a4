CREATE TYPE status AS ENUM ('open', 'closed');
CREATE TABLE tickets (id integer PRIMARY KEY, status status NOT NULL DEFAULT 'open');
CREATE INDEX tickets_open ON tickets (id) WHERE status = 'open';
