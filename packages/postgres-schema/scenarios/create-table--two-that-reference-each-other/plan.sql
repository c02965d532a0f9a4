-- before to after

-- lock: none
CREATE TABLE public.players (
  id integer NOT NULL,
  team_id integer NOT NULL,
  CONSTRAINT players_pkey PRIMARY KEY (id)
);

-- lock: none
CREATE TABLE public.teams (
  id integer NOT NULL,
  captain_id integer NOT NULL,
  CONSTRAINT teams_pkey PRIMARY KEY (id)
);

-- lock: none
ALTER TABLE public.players ADD CONSTRAINT players_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams (id);

-- lock: none
ALTER TABLE public.teams ADD CONSTRAINT teams_captain FOREIGN KEY (captain_id) REFERENCES public.players (id) DEFERRABLE INITIALLY DEFERRED;

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.players DROP CONSTRAINT players_team_id_fkey;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.teams DROP CONSTRAINT teams_captain;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.players;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.teams;
