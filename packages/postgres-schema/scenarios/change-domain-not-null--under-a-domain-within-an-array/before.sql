CREATE DOMAIN code AS text;
CREATE DOMAIN short AS code CHECK (length(VALUE) < 9);
CREATE TABLE orders (id integer, codes short[]);
CREATE DOMAIN word AS text;
CREATE DOMAIN words AS word[];
CREATE TABLE books (id integer, words words);
