CREATE TABLE words (word text NOT NULL);
CREATE INDEX words_word ON words (word);
