-- before to after

-- lock: share_update_exclusive; hazards: locks_other_table
CREATE PUBLICATION chosen FOR TABLE public.items WHERE ((id > 10)), TABLE public.orders (id, total) WITH (publish = 'insert, update', publish_via_partition_root = false);

-- lock: none
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, update, delete, truncate', publish_via_partition_root = true);

-- lock: none
CREATE PUBLICATION whole FOR TABLES IN SCHEMA app WITH (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);

-- lock: none
COMMENT ON PUBLICATION chosen IS 'what others may see';

-- after to before

-- lock: none
DROP PUBLICATION chosen;

-- lock: none
DROP PUBLICATION everything;

-- lock: none
DROP PUBLICATION whole;
