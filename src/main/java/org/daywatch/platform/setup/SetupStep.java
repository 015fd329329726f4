package org.daywatch.platform.setup;

import java.util.List;
import java.util.function.Supplier;
import org.daywatch.platform.identity.Permission;

/**
 * One step of setting up an agency; a room contributes its own as beans. Its words stand under {@code setup.step.KEY}:
 * the title, {@code .why}, {@code .needs}, {@code .time}, {@code .go} for the button ({@code .go.WORD} where a reading
 * asks for something else), and {@code .said.WORD} for each word its readings use.
 *
 * @param needed whether nobody can work before it; the others may be left for now
 * @param may what the reader must hold to do it
 * @param read how far it is; asked bound to the agency, in a transaction that only reads
 * @param file where a list of it is imported, with the words of {@code .file}; empty where none is
 */
public record SetupStep(String key, int order, boolean needed, Permission may, Supplier<Reading> read, String file) {

    public SetupStep(String key, int order, boolean needed, Permission may, Supplier<Reading> read) {
        this(key, order, needed, may, read, "");
    }

    /** BEGUN: it is done in part, and what comes after it can begin. */
    public enum State { NOT_BEGUN, BEGUN, DONE }

    /**
     * @param said the last part of the sentence's key. @param figures its arguments. @param href where the step is
     * done, or what is missing is mended
     */
    public record Reading(State state, String said, List<Object> figures, String href) {

        public static Reading of(State state, String said, String href, Object... figures) {
            return new Reading(state, said, List.of(figures), href);
        }

        /** Nothing of it is there, a part, or all of {@code of}. */
        public static Reading counted(long there, long of, String said, String href) {
            return of(there == 0 ? State.NOT_BEGUN : there < of ? State.BEGUN : State.DONE,
                    there == 0 ? "none" : there < of ? "some" : said, href, there, of, of - there);
        }
    }
}
