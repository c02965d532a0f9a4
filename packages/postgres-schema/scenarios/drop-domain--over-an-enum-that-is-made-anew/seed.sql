INSERT INTO animals VALUES ('calm', '(calm,wild)', 'odd');
