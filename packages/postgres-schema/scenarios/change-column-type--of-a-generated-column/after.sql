CREATE TABLE items (price numeric(6,2), code varchar(10), doubled integer GENERATED ALWAYS AS (price * 2) STORED,
  shown varchar(30) GENERATED ALWAYS AS (upper(code)) STORED);
CREATE INDEX items_doubled ON items (doubled);
