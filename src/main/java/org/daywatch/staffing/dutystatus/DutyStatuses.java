package org.daywatch.staffing.dutystatus;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.DutyStatusEvent.DutyStatusEnded;
import org.daywatch.staffing.DutyStatusEvent.DutyStatusRecorded;
import org.daywatch.staffing.DutyStatusEvent.DutyStatusTakenBack;
import org.daywatch.staffing.dutystatus.DutyStatus.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Duty statuses as stored. The agency and the officer's own department see and write the same rows; each step is told
 * as a fact.
 */
@Component
@Transactional
public class DutyStatuses {

    private static final int LONGEST_YEARS = 3;
    private static final int LONGEST_TEXT = 200;
    private final DutyStatusStore store;
    private final Facts facts;
    private final HomeTime time;

    DutyStatuses(DutyStatusStore store, Facts facts, HomeTime time) {
        this.store = store;
        this.facts = facts;
        this.time = time;
    }

    /** Whose standing it is, as agency and department both may know them. */
    public record Subject(UUID agencyId, UUID officerId, UUID departmentId, String name) {}

    /** Who writes it down, and for which of the two organizations. */
    public record By(String name, UUID organization) {

        static By of(Actor actor) {
            return new By(actor.name(), actor.tenant());
        }
    }

    /** A shift they have accepted and not begun; the id means nothing to a department. */
    public record Accepted(UUID shiftId, String school, Window window) {}

    /** What is written down of it. */
    public record Details(Kind kind, LocalDate firstDay, @Nullable LocalDate lastDay, String source) {}

    /** Accepted shifts stand until a coordinator decides about them. @return how many fall into its days */
    public int record(By by, UUID officer, Details details) {
        var subject = store.subject(officer);
        check(details);
        if (store.list(officer).stream()
                .anyMatch(s -> s.kind() == details.kind() && s.touches(details.firstDay(), last(details.lastDay())))) {
            throw new InvalidInput("first", details.firstDay().toString(), "dutystatus.error.overlap");
        }
        var now = time.now();
        store.insert(subject, details, by.name(), now);
        int touched = store.touched(subject, details.firstDay(), details.lastDay()).size();
        facts.tell(new DutyStatusRecorded(subject.agencyId(), officer, now, subject.departmentId(),
                details.kind().name(), details.firstDay(), details.lastDay(),
                by.name(), by.organization().equals(subject.departmentId()), touched));
        return touched;
    }

    /** They are back: its last day becomes known, or another one. */
    public void end(By by, UUID officer, UUID id, LocalDate lastDay, String reason) {
        var subject = store.subject(officer);
        var status = store.locked(officer, id);
        if (lastDay.isBefore(status.firstDay()) || lastDay.isAfter(status.firstDay().plusYears(LONGEST_YEARS))) {
            throw new InvalidInput("last", lastDay.toString(), "dutystatus.error.end");
        }
        store.ended(id, lastDay, checked("reason", reason), by.name());
        facts.tell(new DutyStatusEnded(subject.agencyId(), officer, time.now(), subject.departmentId(),
                status.kind().name(), lastDay, reason.strip(), by.name(),
                by.organization().equals(subject.departmentId())));
    }

    /** It was written down by mistake and never held; what was written stays readable. */
    public void takeBack(By by, UUID officer, UUID id, String reason) {
        var subject = store.subject(officer);
        var status = store.locked(officer, id);
        store.takenBack(id, checked("reason", reason), by.name());
        facts.tell(new DutyStatusTakenBack(subject.agencyId(), officer, time.now(), subject.departmentId(),
                status.kind().name(), status.firstDay(), reason.strip(),
                by.name(), by.organization().equals(subject.departmentId())));
    }

    private static void check(Details d) {
        if (d.lastDay() != null
                && (d.lastDay().isBefore(d.firstDay()) || d.lastDay().isAfter(d.firstDay().plusYears(LONGEST_YEARS)))) {
            throw new InvalidInput("last", d.lastDay().toString(), "dutystatus.error.last");
        }
        checked("source", d.source());
    }

    private static String checked(String field, String text) {
        if (text.strip().length() < 3 || text.length() > LONGEST_TEXT)
            throw new InvalidInput(field, text, "dutystatus.error." + field);
        return text.strip();
    }

    private static LocalDate last(@Nullable LocalDate day) {
        return day == null ? LocalDate.MAX : day;
    }
}
