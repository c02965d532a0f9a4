-- before to after

-- lock: none
DROP PUBLICATION chosen;

-- lock: share_update_exclusive
CREATE PUBLICATION chosen FOR TABLE public.a WITH (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);

-- lock: none
COMMENT ON PUBLICATION chosen IS 'all';

-- after to before

-- lock: none
DROP PUBLICATION chosen;

-- lock: none
CREATE PUBLICATION chosen FOR ALL TABLES WITH (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);

-- lock: none
COMMENT ON PUBLICATION chosen IS 'all';
