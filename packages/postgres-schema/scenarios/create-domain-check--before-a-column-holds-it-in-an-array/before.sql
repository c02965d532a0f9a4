CREATE DOMAIN code AS text;
CREATE DOMAIN word AS text;
CREATE TABLE orders (id integer, codes code, words word);
