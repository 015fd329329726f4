package org.daywatch.relationships.triage.queue;

import static org.daywatch_db.relationships.Tables.DANGER_WORD;
import static org.daywatch_db.relationships.Tables.TIP_FOR_POLICE;
import static org.daywatch_db.relationships.Tables.TIP_RECEIVER_ROLE;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.ProgramRules;
import org.daywatch.platform.identity.Role;
import org.daywatch.relationships.triage.DangerWords;
import org.daywatch.relationships.triage.TipCategory;
import org.daywatch.relationships.triage.TipReceiver;
import org.daywatch.relationships.triage.TriageClock;
import org.daywatch.relationships.triage.WaitingNotice;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What somebody outside the code decides about tips, by the day it is about. */
@Repository
@Transactional(readOnly = true)
public class TriageLists {

    private final DSLContext db;
    private final ProgramRules rules;

    TriageLists(DSLContext db, ProgramRules rules) {
        this.db = db;
        this.rules = rules;
    }

    DangerWords dangerWords(LocalDate day) {
        var w = DANGER_WORD;
        return new DangerWords(new HashSet<>(db.select(w.WORD).from(w).where(w.VALID_FROM.le(day))
                .and(w.VALID_TO.isNull().or(w.VALID_TO.ge(day))).fetch(w.WORD)));
    }

    /** Of what a tip may go to police although nobody's life is in danger. */
    public Set<TipCategory> forPolice(LocalDate day) {
        var p = TIP_FOR_POLICE;
        var all = EnumSet.noneOf(TipCategory.class);
        db.select(p.CATEGORY).from(p).where(p.VALID_FROM.le(day)).and(p.VALID_TO.isNull().or(p.VALID_TO.ge(day)))
                .forEach(r -> all.add(TipCategory.valueOf(r.get(p.CATEGORY))));
        return all;
    }

    /** In which roles somebody receives; empty where this release has none of them. */
    public Map<TipReceiver, Set<Role>> receivers() {
        var all = new EnumMap<TipReceiver, Set<Role>>(TipReceiver.class);
        for (var receiver : TipReceiver.values()) all.put(receiver, EnumSet.noneOf(Role.class));
        db.selectFrom(TIP_RECEIVER_ROLE).forEach(r -> Arrays.stream(Role.values())
                .filter(role -> role.name().equals(r.getRole()))
                .forEach(role -> all.get(TipReceiver.valueOf(r.getReceiver())).add(role)));
        return all;
    }

    /** A dated number of the district. */
    public int number(String code, UUID district, LocalDate day) {
        return rules.book().get(code, day, "DISTRICT:" + district).number();
    }

    /** When people at a school are told that a tip waits. */
    public WaitingNotice.Hours noticeHours(UUID district, LocalDate day) {
        return new WaitingNotice.Hours(Duration.ofMinutes(number("TIP_NOTICE_AROUND", district, day)),
                minute(number("TIP_NOTICE_FROM", district, day)), minute(number("TIP_NOTICE_UNTIL", district, day)),
                number("TIP_NOTICE_AHEAD", district, day));
    }

    private static LocalTime minute(int ofDay) {
        return LocalTime.ofSecondOfDay(Math.clamp(ofDay, 0, 24 * 60 - 1) * 60L);
    }

    public TriageClock clock(UUID district, LocalDate day) {
        var book = rules.book();
        var scope = "DISTRICT:" + district;
        var minutes = List.of("TIP_READ", "TIP_TELL_SECOND", "TIP_TELL_THIRD", "TIP_TELL_FOURTH").stream()
                .map(code -> Duration.ofMinutes(book.get(code, day, scope).number())).toList();
        return new TriageClock(minutes.getFirst(), minutes.subList(1, minutes.size()));
    }
}
