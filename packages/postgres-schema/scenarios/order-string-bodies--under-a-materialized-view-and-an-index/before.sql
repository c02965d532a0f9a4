CREATE TABLE entries (id bigint PRIMARY KEY, code text NOT NULL);
