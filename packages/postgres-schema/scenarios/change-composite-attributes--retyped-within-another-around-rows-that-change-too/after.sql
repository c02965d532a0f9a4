CREATE TABLE parts (id bigint);
CREATE TYPE pair AS (part parts, number bigint);
CREATE TYPE pile AS (pairs pair[]);
CREATE TABLE boxes (content pile);
