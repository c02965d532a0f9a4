INSERT INTO north VALUES ('harbour', 'one');
INSERT INTO south VALUES ('harbour', 'two');
