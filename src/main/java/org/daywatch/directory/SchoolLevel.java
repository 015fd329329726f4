package org.daywatch.directory;

/** Which ages a school teaches; bells and shortened days often differ by it. */
public enum SchoolLevel {
    ELEMENTARY, MIDDLE, HIGH, COMBINED, OTHER
}
