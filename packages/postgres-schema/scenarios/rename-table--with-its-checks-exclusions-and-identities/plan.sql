-- before to after

-- lock: access_exclusive
ALTER TABLE public.rooms RENAME TO spaces;

-- lock: access_exclusive
ALTER TABLE public.spaces RENAME CONSTRAINT rooms_size_check TO spaces_size_check;

-- lock: none
ALTER SEQUENCE public.rooms_id_seq RENAME TO spaces_id_seq;

-- lock: access_exclusive
ALTER TABLE public.spaces RENAME CONSTRAINT rooms_open_excl TO spaces_open_excl;

-- lock: access_exclusive
ALTER TABLE public.spaces RENAME CONSTRAINT rooms_pkey TO spaces_pkey;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.spaces RENAME TO rooms;

-- lock: access_exclusive
ALTER TABLE public.rooms RENAME CONSTRAINT spaces_size_check TO rooms_size_check;

-- lock: none
ALTER SEQUENCE public.spaces_id_seq RENAME TO rooms_id_seq;

-- lock: access_exclusive
ALTER TABLE public.rooms RENAME CONSTRAINT spaces_open_excl TO rooms_open_excl;

-- lock: access_exclusive
ALTER TABLE public.rooms RENAME CONSTRAINT spaces_pkey TO rooms_pkey;
