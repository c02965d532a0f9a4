INSERT INTO places VALUES ('de', '1');
INSERT INTO people VALUES (1, 'de', '1'), (2, NULL, NULL);
