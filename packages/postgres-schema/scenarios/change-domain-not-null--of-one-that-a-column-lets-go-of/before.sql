CREATE TYPE mood AS ENUM ('v0');
CREATE DOMAIN code AS text;
CREATE DOMAIN deep AS code;
CREATE TABLE c (c1 deep[]);
