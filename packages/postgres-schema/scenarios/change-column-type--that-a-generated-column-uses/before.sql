CREATE TABLE boxes (w integer, area integer GENERATED ALWAYS AS (w * w) STORED);
