package org.daywatch.relationships.tips.ring;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** What chance decides in the ring: where order would tell something, there is none. */
interface RingChance {

    UUID id();

    /** Which slot holds what, anew at each tick. */
    <T> List<T> slots(List<T> inOrder);

    /** In which order tips are handed on. */
    <T> List<T> handed(List<T> inOrder);

    /** By the system's random numbers. */
    record Real(SecureRandom random) implements RingChance {

        @Override
        public UUID id() {
            return UUID.randomUUID();
        }

        @Override
        public <T> List<T> slots(List<T> inOrder) {
            var shuffled = new ArrayList<>(inOrder);
            Collections.shuffle(shuffled, random);
            return shuffled;
        }

        @Override
        public <T> List<T> handed(List<T> inOrder) {
            return slots(inOrder);
        }
    }
}
