CREATE TABLE rooms (room int4range, during daterange);
CREATE UNIQUE INDEX one_booking ON rooms (room, during);
