package org.daywatch.planning.meetings.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;

/**
 * A decision of the team and whose voices it rests on.
 *
 * @param voices those about whom something was written down; who is missing here is unknown, which is not "not asked"
 */
public record TeamDecision(UUID id, String words, Instant at, String by, Map<Who, Voice> voices) {

    public enum Who { STUDENTS, PARENTS, EDUCATORS }

    public enum Heard {
        HEARD,
        /** Asked, and nobody said anything. */
        NO_ANSWER,
        NOT_ASKED
    }

    public enum How { AT_MEETING, SURVEY, COUNCIL, CONVERSATION, WRITTEN }

    /** @param how and {@code said} empty unless heard */
    public record Voice(Heard heard, String how, String said) {

        private static final int LONGEST = 500;

        /** @throws InvalidInput where a voice that was heard does not say how or what */
        public static Voice of(Who who, Heard heard, String how, String said) {
            if (heard != Heard.HEARD) return new Voice(heard, "", "");
            var wrong = new ArrayList<InvalidInput.FieldError>();
            String field = who.name().toLowerCase(java.util.Locale.ROOT);
            if (List.of(How.values()).stream().noneMatch(h -> h.name().equals(how)))
                wrong.add(new InvalidInput.FieldError(field + "How", how, "meetings.wrong.how"));
            String words = said.strip();
            if (words.isEmpty() || words.length() > LONGEST)
                wrong.add(new InvalidInput.FieldError(field + "Said", said, "meetings.wrong.said"));
            if (!wrong.isEmpty()) throw new InvalidInput(wrong);
            return new Voice(heard, how, words);
        }
    }

    /** Nobody was heard before it: shown, never forbidden. */
    public boolean voiceless() {
        return voices.values().stream().noneMatch(voice -> voice.heard() == Heard.HEARD);
    }
}
