CREATE TABLE items (price numeric(6,2), code varchar(10), doubled numeric GENERATED ALWAYS AS (price * 2) STORED,
  shown varchar(20) GENERATED ALWAYS AS (upper(code)) STORED);
CREATE INDEX items_doubled ON items (doubled);
