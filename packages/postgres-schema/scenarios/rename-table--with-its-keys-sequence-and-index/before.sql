CREATE TABLE clients (id serial PRIMARY KEY, email text UNIQUE, boss_id integer REFERENCES clients);
CREATE INDEX clients_boss_id_idx ON clients (boss_id);
