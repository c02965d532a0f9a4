CREATE EXTENSION btree_gist;
CREATE TABLE bookings (room integer NOT NULL, during tsrange NOT NULL, cancelled boolean NOT NULL DEFAULT false);
