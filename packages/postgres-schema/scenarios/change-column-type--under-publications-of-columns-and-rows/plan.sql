-- before to after

-- lock: share_update_exclusive
ALTER PUBLICATION dear DROP TABLE public.items;

-- lock: share_update_exclusive
ALTER PUBLICATION dear DROP TABLE public.orders_1;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN total TYPE bigint USING total::bigint;

-- lock: share_update_exclusive
ALTER PUBLICATION states DROP TABLE public.jobs;

-- lock: none
ALTER TYPE public.state RENAME TO state__replaced;

-- lock: none
CREATE TYPE public.state AS ENUM ('old', 'new');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.jobs ALTER COLUMN state TYPE public.state USING state::text::public.state;

-- lock: none
DROP TYPE public.state__replaced;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.items ALTER COLUMN id TYPE bigint USING id::bigint;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.items ALTER COLUMN price TYPE numeric USING price::numeric;

-- lock: share_update_exclusive
ALTER PUBLICATION dear ADD TABLE public.items (id, price) WHERE ((price > (100)::numeric));

-- lock: share_update_exclusive
ALTER PUBLICATION dear ADD TABLE public.orders_1 WHERE ((id > 3));

-- lock: share_update_exclusive
ALTER PUBLICATION states ADD TABLE public.jobs (id, state);

-- after to before

-- lock: share_update_exclusive
ALTER PUBLICATION dear DROP TABLE public.items;

-- lock: share_update_exclusive
ALTER PUBLICATION dear DROP TABLE public.orders_1;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN total TYPE integer USING total::integer;

-- lock: share_update_exclusive
ALTER PUBLICATION states DROP TABLE public.jobs;

-- lock: none
ALTER TYPE public.state RENAME TO state__replaced;

-- lock: none
CREATE TYPE public.state AS ENUM ('new', 'old', 'gone');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.jobs ALTER COLUMN state TYPE public.state USING state::text::public.state;

-- lock: none
DROP TYPE public.state__replaced;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.items ALTER COLUMN id TYPE integer USING id::integer;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.items ALTER COLUMN price TYPE integer USING price::integer;

-- lock: share_update_exclusive
ALTER PUBLICATION dear ADD TABLE public.items (id, price) WHERE ((price > 100));

-- lock: share_update_exclusive
ALTER PUBLICATION dear ADD TABLE public.orders_1 WHERE ((id > 3));

-- lock: share_update_exclusive
ALTER PUBLICATION states ADD TABLE public.jobs (id, state);
