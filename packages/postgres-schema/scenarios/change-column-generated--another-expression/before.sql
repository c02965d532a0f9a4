CREATE TABLE boxes (w integer, area integer GENERATED ALWAYS AS (w * w) STORED);
CREATE INDEX boxes_area ON boxes (area);
COMMENT ON COLUMN boxes.area IS 'computed';
