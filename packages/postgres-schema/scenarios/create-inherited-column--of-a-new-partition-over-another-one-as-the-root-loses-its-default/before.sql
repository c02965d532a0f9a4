CREATE TABLE p (id integer NOT NULL, c0 text DEFAULT 'x') PARTITION BY LIST (id);
