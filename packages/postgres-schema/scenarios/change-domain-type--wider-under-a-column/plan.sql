-- before to after

-- lock: access_exclusive
DROP INDEX public.orders_total;

-- lock: none
ALTER DOMAIN public.money_amount DROP CONSTRAINT not_negative;

-- lock: none
ALTER DOMAIN public.money_amount RENAME TO money_amount__replaced;

-- lock: none
CREATE DOMAIN public.money_amount AS numeric(14,2) DEFAULT 0 CONSTRAINT not_negative CHECK ((VALUE >= (0)::numeric));

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN total TYPE public.money_amount USING total::text::public.money_amount;

-- lock: none
DROP DOMAIN public.money_amount__replaced;

-- lock: share; hazards: blocks_writes
CREATE INDEX orders_total ON public.orders (total);

-- after to before

-- lock: access_exclusive
DROP INDEX public.orders_total;

-- lock: none
ALTER DOMAIN public.money_amount DROP CONSTRAINT not_negative;

-- lock: none
ALTER DOMAIN public.money_amount RENAME TO money_amount__replaced;

-- lock: none
CREATE DOMAIN public.money_amount AS numeric(10,2) DEFAULT 0 CONSTRAINT not_negative CHECK ((VALUE >= (0)::numeric));

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN total TYPE public.money_amount USING total::text::public.money_amount;

-- lock: none
DROP DOMAIN public.money_amount__replaced;

-- lock: share; hazards: blocks_writes
CREATE INDEX orders_total ON public.orders (total);
