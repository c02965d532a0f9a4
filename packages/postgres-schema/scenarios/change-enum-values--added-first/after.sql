CREATE TYPE status AS ENUM ('draft', 'open', 'closed');
CREATE TABLE tickets (id integer PRIMARY KEY, status status NOT NULL);
