CREATE TABLE north (place text, note text) PARTITION BY LIST (place);
CREATE TABLE south (place text, note text) PARTITION BY LIST (place);
CREATE TABLE second PARTITION OF north FOR VALUES IN ('harbour');
CREATE TABLE first PARTITION OF south FOR VALUES IN ('harbour');
