-- before to after

-- lock: access_exclusive
DROP VIEW public.shops;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.sales_1;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.sales;

-- lock: none
CREATE TABLE public.sales (
  id integer,
  shop bigint NOT NULL
) PARTITION BY LIST (shop);

-- lock: none
CREATE TABLE public.sales_1 PARTITION OF public.sales FOR VALUES IN ('1');

-- lock: none
CREATE VIEW public.shops AS
SELECT DISTINCT shop
   FROM public.sales;

-- after to before

-- lock: access_exclusive
DROP VIEW public.shops;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.sales_1;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.sales;

-- lock: none
CREATE TABLE public.sales (
  id integer,
  shop integer NOT NULL
) PARTITION BY LIST (shop);

-- lock: none
CREATE TABLE public.sales_1 PARTITION OF public.sales FOR VALUES IN (1);

-- lock: none
CREATE VIEW public.shops AS
SELECT DISTINCT shop
   FROM public.sales;
