CREATE TYPE status AS ENUM ('open', 'legacy', 'closed');
CREATE TABLE tickets (id integer PRIMARY KEY, status status NOT NULL DEFAULT 'open', history status[]);
CREATE INDEX tickets_open ON tickets (id) WHERE status = 'open';
CREATE VIEW open_tickets AS SELECT id FROM tickets WHERE status = 'open';
