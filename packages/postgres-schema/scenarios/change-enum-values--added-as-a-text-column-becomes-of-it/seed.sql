INSERT INTO days VALUES ('bad', 'good');
