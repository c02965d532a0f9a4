INSERT INTO spans (id, zone, year, place) VALUES (1, 'a', '2020-01-01', ROW('b', 2)), (2, 'c', '2021-01-01', NULL);
