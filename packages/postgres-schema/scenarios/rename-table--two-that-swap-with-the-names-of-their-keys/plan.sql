-- before to after

-- lock: access_exclusive
ALTER TABLE public.flats RENAME TO changing_names_1;

-- lock: access_exclusive
ALTER TABLE public.houses RENAME TO flats;

-- lock: access_exclusive
ALTER TABLE public.changing_names_1 RENAME TO houses;

-- lock: access_exclusive
ALTER TABLE public.flats RENAME CONSTRAINT houses_code_check TO flats_code_check;

-- lock: access_exclusive
ALTER TABLE public.houses RENAME CONSTRAINT flats_code_check TO houses_code_check;

-- lock: none
ALTER SEQUENCE public.houses_id_seq RENAME TO changing_names_1;

-- lock: none
ALTER SEQUENCE public.flats_id_seq RENAME TO houses_id_seq;

-- lock: none
ALTER SEQUENCE public.changing_names_1 RENAME TO flats_id_seq;

-- lock: access_exclusive
ALTER TABLE public.flats RENAME CONSTRAINT houses_flat_fkey TO flats_flat_fkey;

-- lock: share_update_exclusive
ALTER INDEX public.flats_code_idx RENAME TO changing_names_2;

-- lock: share_update_exclusive
ALTER INDEX public.houses_code_idx RENAME TO flats_code_idx;

-- lock: share_update_exclusive
ALTER INDEX public.changing_names_2 RENAME TO houses_code_idx;

-- lock: access_exclusive
ALTER TABLE public.flats RENAME CONSTRAINT houses_pkey TO changing_names_3;

-- lock: access_exclusive
ALTER TABLE public.houses RENAME CONSTRAINT flats_pkey TO houses_pkey;

-- lock: access_exclusive
ALTER TABLE public.flats RENAME CONSTRAINT changing_names_3 TO flats_pkey;

-- lock: none
ALTER SEQUENCE public.flats_number_seq RENAME TO changing_names_4;

-- lock: none
ALTER SEQUENCE public.houses_number_seq RENAME TO flats_number_seq;

-- lock: none
ALTER SEQUENCE public.changing_names_4 RENAME TO houses_number_seq;

-- lock: access_exclusive
ALTER TABLE public.flats RENAME CONSTRAINT houses_code_key TO changing_names_5;

-- lock: access_exclusive
ALTER TABLE public.houses RENAME CONSTRAINT flats_code_key TO houses_code_key;

-- lock: access_exclusive
ALTER TABLE public.flats RENAME CONSTRAINT changing_names_5 TO flats_code_key;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.houses RENAME TO changing_names_1;

-- lock: access_exclusive
ALTER TABLE public.flats RENAME TO houses;

-- lock: access_exclusive
ALTER TABLE public.changing_names_1 RENAME TO flats;

-- lock: access_exclusive
ALTER TABLE public.flats RENAME CONSTRAINT houses_code_check TO flats_code_check;

-- lock: access_exclusive
ALTER TABLE public.houses RENAME CONSTRAINT flats_code_check TO houses_code_check;

-- lock: none
ALTER SEQUENCE public.houses_id_seq RENAME TO changing_names_1;

-- lock: none
ALTER SEQUENCE public.flats_id_seq RENAME TO houses_id_seq;

-- lock: none
ALTER SEQUENCE public.changing_names_1 RENAME TO flats_id_seq;

-- lock: access_exclusive
ALTER TABLE public.houses RENAME CONSTRAINT flats_flat_fkey TO houses_flat_fkey;

-- lock: share_update_exclusive
ALTER INDEX public.flats_code_idx RENAME TO changing_names_2;

-- lock: share_update_exclusive
ALTER INDEX public.houses_code_idx RENAME TO flats_code_idx;

-- lock: share_update_exclusive
ALTER INDEX public.changing_names_2 RENAME TO houses_code_idx;

-- lock: access_exclusive
ALTER TABLE public.flats RENAME CONSTRAINT houses_pkey TO changing_names_3;

-- lock: access_exclusive
ALTER TABLE public.houses RENAME CONSTRAINT flats_pkey TO houses_pkey;

-- lock: access_exclusive
ALTER TABLE public.flats RENAME CONSTRAINT changing_names_3 TO flats_pkey;

-- lock: none
ALTER SEQUENCE public.flats_number_seq RENAME TO changing_names_4;

-- lock: none
ALTER SEQUENCE public.houses_number_seq RENAME TO flats_number_seq;

-- lock: none
ALTER SEQUENCE public.changing_names_4 RENAME TO houses_number_seq;

-- lock: access_exclusive
ALTER TABLE public.flats RENAME CONSTRAINT houses_code_key TO changing_names_5;

-- lock: access_exclusive
ALTER TABLE public.houses RENAME CONSTRAINT flats_code_key TO houses_code_key;

-- lock: access_exclusive
ALTER TABLE public.flats RENAME CONSTRAINT changing_names_5 TO flats_code_key;
