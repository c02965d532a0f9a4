CREATE TABLE items (price integer, gross integer GENERATED ALWAYS AS (price * 2) VIRTUAL);
CREATE VIEW grosses AS SELECT gross FROM items;
COMMENT ON COLUMN items.gross IS 'With tax.';
