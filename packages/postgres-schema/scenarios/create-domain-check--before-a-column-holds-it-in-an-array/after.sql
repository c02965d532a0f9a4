CREATE DOMAIN code AS text CHECK (length(VALUE) > 0);
CREATE DOMAIN word AS text NOT NULL;
CREATE TABLE orders (id integer, codes code[], words word[]);
