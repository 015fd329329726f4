package org.daywatch.platform.setup.file;

import java.util.UUID;
import org.daywatch.platform.json.JsonValue;

/**
 * One section of a set-up file, as {@link org.daywatch.platform.setup.SetupStep} is one step of the page; a room
 * contributes its own as beans.
 */
public interface SetupPart {

    /** The field of the file it stands under. */
    String key();

    int order();

    /** What cannot be read is noted; the file is refused with all of it before anything is written. */
    Work read(JsonValue section, SetupReading file);

    /**
     * Whether the section is applied in one transaction, which a dry run takes back. A part that answers no begins its
     * own transactions, and asks {@link SetupRun#dry} before it writes.
     */
    default boolean oneTransaction() {
        return true;
    }

    /** A section that was read. It is applied bound to the agency; what stands as the file wants it is left alone. */
    @FunctionalInterface
    interface Work {
        void apply(SetupRun run);
    }

    /** The section that can make the agency all others need. */
    interface FirstWork extends Work {

        /** @param agency bound already. In a dry run within a transaction that is taken back */
        void found(UUID agency, SetupRun run);
    }
}
