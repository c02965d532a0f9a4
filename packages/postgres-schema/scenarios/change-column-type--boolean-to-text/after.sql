CREATE TABLE flags (id integer PRIMARY KEY, on_now text NOT NULL DEFAULT 'false');
