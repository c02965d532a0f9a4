CREATE TYPE region AS ENUM ('north', 'south', 'west');
CREATE TABLE sales (id integer, region region NOT NULL) PARTITION BY LIST (region);
CREATE TABLE sales_north PARTITION OF sales FOR VALUES IN ('north');
CREATE TABLE sales_west PARTITION OF sales FOR VALUES IN ('west');
