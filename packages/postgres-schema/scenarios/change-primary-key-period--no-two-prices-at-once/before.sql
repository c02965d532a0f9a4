CREATE EXTENSION btree_gist;
CREATE TABLE prices (product integer, valid daterange, cents integer, CONSTRAINT prices_key PRIMARY KEY (product, valid));
COMMENT ON CONSTRAINT prices_key ON prices IS 'one price at a time';
