CREATE TABLE items (price integer, gross integer DEFAULT 0);
CREATE VIEW grosses AS SELECT gross FROM items;
COMMENT ON COLUMN items.gross IS 'With tax.';
