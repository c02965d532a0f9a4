INSERT INTO days VALUES ('bad', 'sun', ROW('good', 'rain'));
