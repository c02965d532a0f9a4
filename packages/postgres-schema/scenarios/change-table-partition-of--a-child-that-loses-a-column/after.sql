CREATE TABLE people (place text);
CREATE TABLE visits (place text) PARTITION BY LIST (place);
CREATE TABLE guests PARTITION OF visits FOR VALUES IN ('harbour');
