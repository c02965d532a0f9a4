CREATE DOMAIN code AS text;
CREATE DOMAIN deep AS code;
CREATE TABLE a (c2 deep);
