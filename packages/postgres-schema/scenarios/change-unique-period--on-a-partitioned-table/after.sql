CREATE TABLE stays (hotel int4range, room int4range, during daterange,
  CONSTRAINT one_stay UNIQUE (hotel, room, during WITHOUT OVERLAPS)) PARTITION BY LIST (hotel);
CREATE TABLE stays_1 PARTITION OF stays FOR VALUES IN ('[1,2)');
