CREATE TABLE a (id integer PRIMARY KEY);
CREATE PUBLICATION chosen FOR TABLE a WITH (publish = 'insert, delete', publish_via_partition_root = true);
