package org.daywatch.directory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/** Every fact this room tells. A new field is optional, a new meaning is a new record. */
public sealed interface DirectoryEvent extends DomainEvent {

    /** @param what the parts that changed, in glossary words: "position", "desk code", "buildings" */
    record SchoolChanged(UUID tenant, UUID id, Instant at, UUID districtId, String what) implements DirectoryEvent {
        @Override
        public String subject() {
            return "school " + id;
        }
    }

    record CalendarCreated(UUID tenant, UUID id, Instant at, UUID districtId, String name, LocalDate firstDay,
            LocalDate lastDay)
            implements
                DirectoryEvent {
        @Override
        public String subject() {
            return "calendar " + id;
        }
    }

    /** Days between {@code from} and {@code to} may be other days than before, for the schools in scope. */
    record CalendarChanged(UUID tenant, UUID id, Instant at, CalendarScope scope, LocalDate from, LocalDate to,
            String what)
            implements
                DirectoryEvent {
        @Override
        public String subject() {
            return "calendar " + id;
        }
    }

    /** The agency confirmed a program rule or set a number of its own, from a day on. */
    record OwnRuleSet(UUID tenant, UUID id, Instant at, String code, String scope, BigDecimal value, String unit,
            LocalDate from, String source)
            implements
                DirectoryEvent {
        @Override
        public String subject() {
            return "rule " + id;
        }
    }

    record OwnRuleWithdrawn(UUID tenant, UUID id, Instant at, String code, String scope,
            String reason) implements DirectoryEvent {
        @Override
        public String subject() {
            return "rule " + id;
        }
    }

    /** A post that a program pays for. @param schools several where it is shared */
    record FundedPostAdded(UUID tenant, UUID id, Instant at, UUID districtId, String program, String award, String kind,
            List<UUID> schools, LocalDate from) implements DirectoryEvent {
        @Override
        public String subject() {
            return "funded post " + id;
        }
    }

    /** In cents: what the award holds in a school year, and what an hour costs. */
    record FundedPostPriced(UUID tenant, UUID id, Instant at, UUID districtId, long yearAward,
            int hour) implements DirectoryEvent {
        @Override
        public String subject() {
            return "funded post " + id;
        }
    }

    record FundedPostEnded(UUID tenant, UUID id, Instant at, UUID districtId, LocalDate lastDay,
            String reason) implements DirectoryEvent {
        @Override
        public String subject() {
            return "funded post " + id;
        }
    }

    /** The id is the district's. */
    record ProgramJoined(UUID tenant, UUID id, Instant at, String program, LocalDate from) implements DirectoryEvent {
        @Override
        public String subject() {
            return "district " + id;
        }
    }

    record ProgramLeft(UUID tenant, UUID id, Instant at, String program, LocalDate lastDay) implements DirectoryEvent {
        @Override
        public String subject() {
            return "district " + id;
        }
    }

    /** Bells of one kind of day ring otherwise from {@code from} on, for the schools in scope. */
    record BellsChanged(UUID tenant, UUID id, Instant at, CalendarScope scope, DayKind kind, LocalDate from,
            int schools)
            implements
                DirectoryEvent {
        @Override
        public String subject() {
            return "bell schedule " + id;
        }
    }

    /**
     * Names nobody: the audit outlives the visitor's record. The tenant of this and what follows is the
     * district. @param inspects for the state
     */
    record VisitorSignedIn(UUID tenant, UUID id, Instant at, UUID schoolId, int badge,
            @Nullable Boolean inspects) implements DirectoryEvent {
        @Override
        public String subject() {
            return "visitor " + id;
        }
    }

    /** @param matched on which list a name like theirs stands; nobody is named */
    record VisitorWaits(UUID tenant, UUID id, Instant at, UUID schoolId, String matched) implements DirectoryEvent {
        @Override
        public String subject() {
            return "waiting visitor " + id;
        }
    }

    record VisitorDecided(UUID tenant, UUID id, Instant at, UUID schoolId, boolean admitted,
            String by) implements DirectoryEvent {
        @Override
        public String subject() {
            return "waiting visitor " + id;
        }
    }

    record VisitorSignedOut(UUID tenant, UUID id, Instant at, UUID schoolId, int badge) implements DirectoryEvent {
        @Override
        public String subject() {
            return "visitor " + id;
        }
    }

    record GuardianshipEntered(UUID tenant, UUID id, Instant at, UUID studentId, String mayCollect,
            String court) implements DirectoryEvent {
        @Override
        public String subject() {
            return "guardianship " + id;
        }
    }

    record GuardianshipEnded(UUID tenant, UUID id, Instant at, UUID studentId,
            LocalDate endedOn) implements DirectoryEvent {
        @Override
        public String subject() {
            return "guardianship " + id;
        }
    }

    record SitePlanAdded(UUID tenant, UUID id, Instant at, UUID schoolId, String name) implements DirectoryEvent {
        @Override
        public String subject() {
            return "site plan " + id;
        }
    }

    record SitePlanRemoved(UUID tenant, UUID id, Instant at, UUID schoolId, String name) implements DirectoryEvent {
        @Override
        public String subject() {
            return "site plan " + id;
        }
    }

    /** A sealed plan was looked at; the owner is told. */
    record SitePlanOpened(UUID tenant, UUID id, Instant at, UUID schoolId, String name, String by,
            String purpose) implements DirectoryEvent {
        @Override
        public String subject() {
            return "site plan " + id;
        }
    }

    /**
     * Students of the district came, left, changed school or class: a roster was taken in, or taken back. Tenant and id
     * are the district's. @param left who stand in it no more
     */
    record RosterChanged(UUID tenant, UUID id, Instant at, int left) implements DirectoryEvent {
        @Override
        public String subject() {
            return "district " + id;
        }
    }

    /** The id is the student's; what the note says stands nowhere else. */
    record AssistanceNoteWritten(UUID tenant, UUID id, Instant at, UUID schoolId) implements DirectoryEvent {
        @Override
        public String subject() {
            return "student " + id;
        }
    }

    record AssistanceNoteEnded(UUID tenant, UUID id, Instant at, UUID schoolId) implements DirectoryEvent {
        @Override
        public String subject() {
            return "student " + id;
        }
    }

    /** Somebody without an account was asked for their consent. Who it was stands in no fact. */
    record ConsentAsked(UUID tenant, UUID id, Instant at, UUID about, String matter) implements DirectoryEvent {
        @Override
        public String subject() {
            return "consent " + id;
        }
    }

    record ConsentGiven(UUID tenant, UUID id, Instant at, UUID about, String matter) implements DirectoryEvent {
        @Override
        public String subject() {
            return "consent " + id;
        }
    }

    record ConsentDeclined(UUID tenant, UUID id, Instant at, UUID about, String matter) implements DirectoryEvent {
        @Override
        public String subject() {
            return "consent " + id;
        }
    }

    /** Nothing more is written that rests on it. */
    record ConsentWithdrawn(UUID tenant, UUID id, Instant at, UUID about, String matter) implements DirectoryEvent {
        @Override
        public String subject() {
            return "consent " + id;
        }
    }

    record AccountHeldBack(UUID tenant, UUID id, Instant at, String ground) implements DirectoryEvent {
        @Override
        public String subject() {
            return "account-hold " + id;
        }
    }

    record AccountReleased(UUID tenant, UUID id, Instant at, String ground) implements DirectoryEvent {
        @Override
        public String subject() {
            return "account-hold " + id;
        }
    }
}
