-- before to after

-- lock: none
ALTER DOMAIN public.short DROP CONSTRAINT short_check;

-- lock: none
ALTER DOMAIN public.code RENAME TO code__replaced;

-- lock: none
CREATE DOMAIN public.code AS text NOT NULL;

-- lock: none
ALTER DOMAIN public.short RENAME TO short__replaced;

-- lock: none
CREATE DOMAIN public.short AS public.code CONSTRAINT short_check CHECK ((length((VALUE)::text) < 9));

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN codes TYPE public.short[] USING codes::text[]::public.short[];

-- lock: none
DROP DOMAIN public.short__replaced;

-- lock: none
DROP DOMAIN public.code__replaced;

-- lock: none
ALTER DOMAIN public.word RENAME TO word__replaced;

-- lock: none
CREATE DOMAIN public.word AS text CONSTRAINT word_check CHECK ((VALUE <> 'no'::text));

-- lock: none
ALTER DOMAIN public.words RENAME TO words__replaced;

-- lock: none
CREATE DOMAIN public.words AS public.word[];

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.books ALTER COLUMN words TYPE public.words USING words::text::public.words;

-- lock: none
DROP DOMAIN public.words__replaced;

-- lock: none
DROP DOMAIN public.word__replaced;

-- after to before

-- lock: none
ALTER DOMAIN public.word DROP CONSTRAINT word_check;

-- lock: none
ALTER DOMAIN public.code DROP NOT NULL;
