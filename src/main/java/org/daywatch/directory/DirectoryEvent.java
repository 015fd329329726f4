package org.daywatch.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;

/** Every fact this room tells. A new field is optional, a new meaning is a new record. */
public sealed interface DirectoryEvent extends DomainEvent {

    /** @param what the parts that changed, in glossary words: "position", "desk code", "buildings" */
    record SchoolChanged(UUID tenant, UUID id, Instant at, UUID districtId, String what) implements DirectoryEvent {
        @Override
        public String subject() {
            return "school " + id;
        }
    }

    record CalendarCreated(UUID tenant, UUID id, Instant at, UUID districtId, String name, LocalDate firstDay, LocalDate lastDay)
            implements DirectoryEvent {
        @Override
        public String subject() {
            return "calendar " + id;
        }
    }

    /** Days between {@code from} and {@code to} may be other days than before, for the schools in scope. */
    record CalendarChanged(UUID tenant, UUID id, Instant at, CalendarScope scope, LocalDate from, LocalDate to, String what)
            implements DirectoryEvent {
        @Override
        public String subject() {
            return "calendar " + id;
        }
    }

    /** The agency confirmed a programme rule or set a number of its own, from a day on. */
    record OwnRuleSet(UUID tenant, UUID id, Instant at, String code, String scope, int value, String unit, LocalDate from, String source)
            implements DirectoryEvent {
        @Override
        public String subject() {
            return "rule " + id;
        }
    }

    record OwnRuleWithdrawn(UUID tenant, UUID id, Instant at, String code, String scope, String reason) implements DirectoryEvent {
        @Override
        public String subject() {
            return "rule " + id;
        }
    }

    /** Bells of one kind of day ring otherwise from {@code from} on, for the schools in scope. */
    record BellsChanged(UUID tenant, UUID id, Instant at, CalendarScope scope, DayKind kind, LocalDate from, int schools)
            implements DirectoryEvent {
        @Override
        public String subject() {
            return "bell schedule " + id;
        }
    }
}
