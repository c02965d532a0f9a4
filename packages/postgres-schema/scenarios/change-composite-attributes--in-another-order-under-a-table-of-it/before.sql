CREATE TYPE pair AS (name text, number integer);
CREATE TABLE pairs OF pair;
