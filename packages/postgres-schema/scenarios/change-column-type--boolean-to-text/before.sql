CREATE TABLE flags (id integer PRIMARY KEY, on_now boolean NOT NULL DEFAULT false);
