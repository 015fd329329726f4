package org.daywatch.directory.imports.titles;

/** An event that marks the school year or one of its ends. */
public enum Marks {
    NOTHING, YEAR, FIRST_DAY, LAST_DAY
}
