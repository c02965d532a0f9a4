CREATE DOMAIN code AS text NOT NULL;
CREATE DOMAIN short AS code CHECK (length(VALUE) < 9);
CREATE TABLE orders (id integer, codes short[]);
CREATE DOMAIN word AS text CHECK (VALUE <> 'no');
CREATE DOMAIN words AS word[];
CREATE TABLE books (id integer, words words);
