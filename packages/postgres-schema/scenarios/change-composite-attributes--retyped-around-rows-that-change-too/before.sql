CREATE TABLE parts (id integer, size integer);
CREATE TYPE pair AS (part parts, number integer);
CREATE TABLE boxes (id integer, content pair, others pair[]);
