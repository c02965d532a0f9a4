CREATE TABLE rooms (room int4range, during daterange, CONSTRAINT one_booking UNIQUE (room, during WITHOUT OVERLAPS));
