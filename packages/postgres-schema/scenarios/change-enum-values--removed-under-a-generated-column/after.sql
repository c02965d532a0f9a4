CREATE TYPE status AS ENUM ('open', 'closed');
CREATE TABLE tickets (id integer PRIMARY KEY, status status NOT NULL, is_open boolean GENERATED ALWAYS AS (status = 'open') STORED);
