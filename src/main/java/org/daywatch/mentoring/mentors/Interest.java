package org.daywatch.mentoring.mentors;

/** What a student and a mentor may like both; few enough to tap. */
public enum Interest {
    SPORTS, MUSIC, ART, GAMES, CARS, COOKING, READING, TECHNOLOGY, OUTDOORS, ANIMALS, TRADES, HELPING_OTHERS
}
