-- before to after

-- lock: none
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;

-- lock: none
CREATE TABLE public.t (
  a integer
);

-- lock: none
COMMENT ON ACCESS METHOD heap2 IS 'a heap';

-- lock: none
ALTER TABLE public.t SET ACCESS METHOD heap2;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.t;

-- lock: none
DROP ACCESS METHOD heap2;
