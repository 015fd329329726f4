package org.daywatch.training.lessons;

/** For whom a lesson is written, by the grades of American schools. */
public enum AgeBand {
    GRADES_K_2, GRADES_3_5, GRADES_6_8, GRADES_9_12, ADULTS
}
