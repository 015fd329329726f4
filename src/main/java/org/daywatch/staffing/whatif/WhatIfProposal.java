package org.daywatch.staffing.whatif;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.staffing.eligibility.DepartmentFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A change somebody thinks of: of one department's limits, or of the days and margins of schools. Stored as it was
 * asked.
 */
public sealed interface WhatIfProposal {

    JsonMapper JSON = JsonMapper.builder().build();

    /** The limits that would judge the department's officers. */
    default List<CapPolicy> rules(DepartmentFacts department) {
        return department.policies();
    }

    /** The hours the post would have had; empty on a day that would have been closed. */
    default Optional<Window> window(Worked worked) {
        return Optional.of(worked.window());
    }

    default String kind() {
        return this instanceof Limit ? "LIMIT" : "CALENDAR";
    }

    default String stored() {
        return JSON.writeValueAsString(this);
    }

    static WhatIfProposal read(String kind, String stored) {
        return kind.equals("LIMIT") ? JSON.readValue(stored, Limit.class) : JSON.readValue(stored, Calendar.class);
    }

    enum Change { VALUE, END, ADD }

    /**
     * @param policy id of the limit that is changed or ended; empty where one is added
     * @param shape of an added one, as policies name it
     * @param limitMinutes what it would allow; for a rest, what it would ask
     * @param lengthMinutes over which length, after which rest, looking back how far; null leaves it as it is
     * @param action of an added one; empty leaves the changed one's as it is
     */
    record Limit(UUID department, Change change, String policy, String shape, int limitMinutes,
            @Nullable Integer lengthMinutes, String counts,
            String action) implements WhatIfProposal {

        static final String ADDED = "PROPOSED";

        @Override
        public List<CapPolicy> rules(DepartmentFacts facts) {
            if (!facts.id().equals(department)) return facts.policies();
            return switch (change) {
                case END -> facts.policies().stream().filter(p -> !p.id().equals(policy)).toList();
                case VALUE -> facts.policies().stream().map(p -> p.id().equals(policy) ? changed(p) : p).toList();
                case ADD -> Stream.concat(facts.policies().stream(), Stream.of(added(facts.name()))).toList();
            };
        }

        private CapPolicy changed(CapPolicy p) {
            return new CapPolicy(p.id(), p.set(), p.department(), p.scope(), Shapes.with(p.shape(), limit(), length()),
                    action.isEmpty() ? p.action() : CapPolicy.Action.valueOf(action), p.validFrom(), p.validTo(),
                    p.source(), p.toConfirm(), p.words(), List.of());
        }

        private CapPolicy added(String name) {
            return new CapPolicy(ADDED, ADDED, name, ADDED, Shapes.of(shape, limit(), length(), counts),
                    CapPolicy.Action.valueOf(action), LocalDate.EPOCH, null, "", false, "",
                    List.of());
        }

        private Duration limit() {
            return Duration.ofMinutes(limitMinutes);
        }

        private @Nullable Duration length() {
            return lengthMinutes == null ? null : Duration.ofMinutes(lengthMinutes);
        }
    }

    /**
     * @param district whose schools; null for all
     * @param opened days on which schools would have been in session, with the hours of their nearest day
     * @param earlier,later minutes by which posts made from bells would begin earlier and end later; negative for
     * shorter ones
     */
    record Calendar(@Nullable UUID district, List<LocalDate> closed, List<LocalDate> opened, int earlier,
            int later) implements WhatIfProposal {

        @Override
        public Optional<Window> window(Worked worked) {
            if (!touches(worked.district())) return Optional.of(worked.window());
            if (closed.contains(worked.post().day())) return Optional.empty();
            return worked.byBells() ? moved(worked.window()) : Optional.of(worked.window());
        }

        boolean touches(UUID ofDistrict) {
            return district == null || district.equals(ofDistrict);
        }

        /** Empty where nothing would be left of it. */
        Optional<Window> moved(Window window) {
            return Window.between(window.start().minus(Duration.ofMinutes(earlier)),
                    window.end().plus(Duration.ofMinutes(later)));
        }
    }
}
