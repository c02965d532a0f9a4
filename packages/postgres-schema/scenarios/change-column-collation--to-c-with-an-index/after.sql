CREATE TABLE words (word text COLLATE "C" NOT NULL);
CREATE INDEX words_word ON words (word);
