-- before to after

-- lock: none
CREATE PUBLICATION nothing_yet WITH (publish = 'insert', publish_via_partition_root = false);

-- lock: none
COMMENT ON PUBLICATION nothing_yet IS 'to come';

-- after to before

-- lock: none
DROP PUBLICATION nothing_yet;
