package org.daywatch.relationships.tips.ring;

import java.util.UUID;

/** What the writer may be told. */
public sealed interface TipAnswer {

    /** It is on the disk; they get their receipt. @param withPicture false where none came, or none found room */
    record Kept(UUID id, boolean withPicture) implements TipAnswer {}

    /** The ring is full: they are told so, keep their words and try again. */
    record Full() implements TipAnswer {}

    /** The disk refused: the same. */
    record NotKept() implements TipAnswer {}
}
