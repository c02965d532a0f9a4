CREATE TYPE "Mood" AS ENUM ('calm', 'cross');
CREATE TABLE diary (id integer PRIMARY KEY, mood "Mood" DEFAULT 'calm', "Moods" "Mood"[]);
