package org.daywatch.relationships.threats.counts;

import org.daywatch.relationships.threats.cases.Stage;

/** How far a case had come when its school year was over; each stands in one of these. */
public enum CaseCourse {
    UNDECIDED, TRANSIENT, SUBSTANTIVE, PLANNED, CLOSED;

    static CaseCourse of(Stage stage) {
        return switch (stage) {
            case OPENED, GATHERED -> UNDECIDED;
            case TRANSIENT, FADED -> TRANSIENT;
            case SUBSTANTIVE -> SUBSTANTIVE;
            case PLANNED, MONITORED -> PLANNED;
            case CLOSED -> CLOSED;
        };
    }
}
