CREATE DOMAIN percent AS integer;
CREATE TABLE taxes (id integer PRIMARY KEY, rate percent);
