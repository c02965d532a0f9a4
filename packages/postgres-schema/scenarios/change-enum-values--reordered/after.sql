CREATE TYPE priority AS ENUM ('low', 'middle', 'high');
CREATE TABLE tickets (id integer PRIMARY KEY, priority priority NOT NULL DEFAULT 'low');
CREATE INDEX tickets_priority ON tickets (priority);
