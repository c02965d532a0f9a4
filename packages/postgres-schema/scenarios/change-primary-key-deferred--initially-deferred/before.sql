CREATE TABLE ranks (place integer PRIMARY KEY, name text);
