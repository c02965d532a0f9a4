CREATE TYPE address AS (street text, floor integer, city text);
CREATE TABLE shops (id integer PRIMARY KEY, address address);
