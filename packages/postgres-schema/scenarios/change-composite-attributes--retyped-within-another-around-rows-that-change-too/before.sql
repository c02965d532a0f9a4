CREATE TABLE parts (id integer);
CREATE TYPE pair AS (part parts, number integer);
CREATE TYPE pile AS (pairs pair[]);
CREATE TABLE boxes (content pile);
