CREATE TYPE status AS ENUM ('new', 'open', 'closed');
CREATE TABLE tickets (id integer PRIMARY KEY, status status NOT NULL DEFAULT 'new');
