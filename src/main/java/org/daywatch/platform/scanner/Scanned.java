package org.daywatch.platform.scanner;

/** What became of a file that was shown to the scanner. Only {@link Clean} is let in. */
sealed interface Scanned {

    record Clean() implements Scanned {}

    /** @param what the scanner's name for it */
    record Infected(String what) implements Scanned {}

    /** It takes no file of that size. */
    record TooLarge() implements Scanned {}

    /** It did not answer, or not in words that are known. */
    record Unanswered(String why) implements Scanned {}
}
