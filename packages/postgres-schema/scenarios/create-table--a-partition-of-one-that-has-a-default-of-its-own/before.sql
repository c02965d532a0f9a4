CREATE TABLE events (id integer NOT NULL, kind text DEFAULT 'any') PARTITION BY LIST (id);
