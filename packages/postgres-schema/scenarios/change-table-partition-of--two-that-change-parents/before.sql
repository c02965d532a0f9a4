CREATE TABLE north (place text, note text) PARTITION BY LIST (place);
CREATE TABLE south (place text, note text) PARTITION BY LIST (place);
CREATE TABLE first PARTITION OF north FOR VALUES IN ('harbour');
CREATE TABLE second PARTITION OF south FOR VALUES IN ('harbour');
