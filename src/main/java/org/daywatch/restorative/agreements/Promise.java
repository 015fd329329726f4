package org.daywatch.restorative.agreements;

import java.time.LocalDate;

/**
 * One thing that was promised.
 *
 * @param owner who does it, as the page names them. @param what in their words. @param check how one will see it
 */
public record Promise(int number, String owner, String what, LocalDate by, String check, Kept kept) {

    public enum Kept {
        OPEN, KEPT, NOT_KEPT
    }

    public Promise as(Kept then) {
        return new Promise(number, owner, what, by, check, then);
    }
}
