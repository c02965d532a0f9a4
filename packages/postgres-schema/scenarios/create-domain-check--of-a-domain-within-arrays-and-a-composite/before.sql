CREATE DOMAIN code AS text;
CREATE TYPE part AS (code code, weight integer);
CREATE TABLE shipments (id integer PRIMARY KEY, codes code[], part part);
