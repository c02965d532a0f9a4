CREATE TYPE status AS ENUM ('open', 'closed', 'spam');
CREATE TABLE tickets (id integer PRIMARY KEY, status status NOT NULL, CONSTRAINT tickets_no_spam CHECK (status <> 'spam'));
CREATE INDEX tickets_live ON tickets (id) WHERE status <> 'spam';
