CREATE TABLE boxes (w bigint, area integer GENERATED ALWAYS AS (w * w) STORED);
