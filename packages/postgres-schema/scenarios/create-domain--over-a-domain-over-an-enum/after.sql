CREATE TYPE grade AS ENUM ('a', 'b', 'c', 'f');
CREATE DOMAIN passed AS grade CHECK (VALUE <> 'f');
CREATE DOMAIN good AS passed CHECK (VALUE::grade <= 'b');
CREATE TABLE exams (id integer PRIMARY KEY, result good);
