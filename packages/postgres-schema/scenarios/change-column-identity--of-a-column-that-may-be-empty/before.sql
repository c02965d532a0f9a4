CREATE TABLE tickets (number integer, place integer);
