-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.orders DROP CONSTRAINT orders_customer;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.customers;

-- after to before

-- lock: none
CREATE TABLE public.customers (
  id integer NOT NULL,
  CONSTRAINT customers_pkey PRIMARY KEY (id)
);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES public.customers (id);
