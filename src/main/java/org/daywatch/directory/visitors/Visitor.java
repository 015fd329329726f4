package org.daywatch.directory.visitors;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A visitor in a school.
 *
 * @param visits whom, as they say it
 * @param badge number on their badge, counted from 1 each day
 * @param leftAt null while they are in the school
 */
public record Visitor(UUID id, UUID schoolId, String name, String organization, String visits, String purpose,
        boolean idSeen, LocalDate day, int badge,
        Instant cameAt, @Nullable Instant leftAt) {

    private static final int LONGEST = 120;

    /** How many of them are in the school now. */
    public static long here(List<Visitor> visitors) {
        return visitors.stream().filter(visitor -> visitor.leftAt == null).count();
    }

    /** What is written at the desk. @param inspects they come to inspect the school for the state */
    public record Entry(String name, String organization, String visits, String purpose, boolean idSeen,
            boolean inspects) {

        public Entry(String name, String organization, String visits, String purpose, boolean idSeen) {
            this(name, organization, visits, purpose, idSeen, false);
        }

        public Entry {
            var wrong = new ArrayList<FieldError>();
            if (name.strip().length() < 2 || name.length() > LONGEST)
                wrong.add(new FieldError("name", name, "visitors.error.name"));
            if (visits.strip().length() < 2 || visits.length() > LONGEST)
                wrong.add(new FieldError("visits", visits, "visitors.error.visits"));
            if (organization.length() > LONGEST)
                wrong.add(new FieldError("organization", organization, "visitors.error.long"));
            if (purpose.length() > LONGEST) wrong.add(new FieldError("purpose", purpose, "visitors.error.long"));
            if (!wrong.isEmpty()) throw new InvalidInput(wrong);
        }
    }
}
