-- before to after

-- lock: none
ALTER PUBLICATION chosen SET (publish = 'insert, delete', publish_via_partition_root = true);

-- after to before

-- lock: none
ALTER PUBLICATION chosen SET (publish = 'insert', publish_via_partition_root = false);
