-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.notes DROP CONSTRAINT notes_order_id_fkey;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.orders DETACH PARTITION public.orders_0;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.orders_0;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.orders DETACH PARTITION public.orders_1;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.orders_1;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.orders;

-- lock: none
CREATE TABLE public.orders (
  id bigint NOT NULL,
  CONSTRAINT orders_pkey PRIMARY KEY (id)
) PARTITION BY HASH (id);

-- lock: none
CREATE TABLE public.orders_0 PARTITION OF public.orders FOR VALUES WITH (modulus 2, remainder 0);

-- lock: none
CREATE TABLE public.orders_1 PARTITION OF public.orders FOR VALUES WITH (modulus 2, remainder 1);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.notes ALTER COLUMN order_id TYPE bigint USING order_id::bigint;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.notes ADD CONSTRAINT notes_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders (id);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.notes DROP CONSTRAINT notes_order_id_fkey;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.orders DETACH PARTITION public.orders_0;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.orders_0;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.orders DETACH PARTITION public.orders_1;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.orders_1;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.orders;

-- lock: none
CREATE TABLE public.orders (
  id integer NOT NULL,
  CONSTRAINT orders_pkey PRIMARY KEY (id)
) PARTITION BY HASH (id);

-- lock: none
CREATE TABLE public.orders_0 PARTITION OF public.orders FOR VALUES WITH (modulus 2, remainder 0);

-- lock: none
CREATE TABLE public.orders_1 PARTITION OF public.orders FOR VALUES WITH (modulus 2, remainder 1);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.notes ALTER COLUMN order_id TYPE integer USING order_id::integer;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.notes ADD CONSTRAINT notes_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders (id);
