package org.daywatch.directory.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file may be. The word is used in addresses and on the command line. */
public enum ImportKind {
    NCES, SCHOOLS, ONEROSTER, CALENDAR, OFFICERS, DUTY, GUARDIANS, DEPARTMENTS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ImportKind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
