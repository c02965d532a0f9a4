CREATE TYPE pair AS (number integer, name text);
CREATE TABLE pairs OF pair;
