package org.daywatch.planning.drills.pulse;

import static org.daywatch_db.planning.Tables.DRILL;
import static org.daywatch_db.planning.Tables.DRILL_PULSE;
import static org.daywatch_db.planning.Tables.DRILL_PULSE_SAID;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.drills.Drill;
import org.daywatch.planning.drills.pulse.Pulse.Answer;
import org.daywatch.planning.drills.pulse.Pulse.Who;
import org.daywatch.platform.personal.PersonalData;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Answers after a drill, as sums. The district is bound. */
@Repository
@Transactional
public class Pulses implements PersonalData {

    private final DSLContext db;

    Pulses(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public boolean said(UUID drill, UUID person, Who who) {
        return db.fetchExists(DRILL_PULSE_SAID, DRILL_PULSE_SAID.DRILL_ID.eq(drill)
                .and(DRILL_PULSE_SAID.PERSON_ID.eq(person)).and(DRILL_PULSE_SAID.WHO.eq(who.name())));
    }

    /** Once for each adult and group; what comes a second time counts for nothing. @return whether it was the first */
    public boolean say(Drill drill, UUID person, Who who, Map<Answer, Integer> counts) {
        var s = DRILL_PULSE_SAID;
        if (db.insertInto(s).set(s.DISTRICT_ID, drill.districtId()).set(s.DRILL_ID, drill.id()).set(s.PERSON_ID, person)
                .set(s.WHO, who.name()).onConflictDoNothing().execute() == 0)
            return false;
        var p = DRILL_PULSE;
        counts.forEach((answer, people) -> db.insertInto(p).set(p.DISTRICT_ID, drill.districtId())
                .set(p.DRILL_ID, drill.id()).set(p.WHO, who.name()).set(p.ANSWER, answer.name()).set(p.PEOPLE, people)
                .onConflict(p.DISTRICT_ID, p.DRILL_ID, p.WHO, p.ANSWER).doUpdate().set(p.PEOPLE, p.PEOPLE.plus(people))
                .execute());
        return true;
    }

    @Transactional(readOnly = true)
    public Map<Answer, Integer> counts(UUID drill, Who who) {
        var counts = new EnumMap<Answer, Integer>(Answer.class);
        db.selectFrom(DRILL_PULSE).where(DRILL_PULSE.DRILL_ID.eq(drill)).and(DRILL_PULSE.WHO.eq(who.name()))
                .forEach(r -> counts.put(Answer.valueOf(r.getAnswer()), r.getPeople()));
        return counts;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        return Map.of("answeredAfterDrills", db.select(DRILL_PULSE_SAID.DRILL_ID).from(DRILL_PULSE_SAID)
                .where(DRILL_PULSE_SAID.PERSON_ID.eq(person)).fetchMaps());
    }

    private record Keeper(String kind, DSLContext db) implements RecordKeeper {

        /** By the day of the drill; what belongs to no drill any more goes with it. */
        @Override
        public int forget(Instant before) {
            var kept = db.select(DRILL.ID).from(DRILL).where(DRILL.DISTRICT_ID.eq(Tenancy.tenant()))
                    .and(DRILL.DAY.ge(before.atOffset(ZoneOffset.UTC).toLocalDate()));
            return kind.equals("DRILL_PULSE")
                    ? db.deleteFrom(DRILL_PULSE).where(DRILL_PULSE.DISTRICT_ID.eq(Tenancy.tenant()))
                            .and(DRILL_PULSE.DRILL_ID.notIn(kept)).execute()
                    : db.deleteFrom(DRILL_PULSE_SAID).where(DRILL_PULSE_SAID.DISTRICT_ID.eq(Tenancy.tenant()))
                            .and(DRILL_PULSE_SAID.DRILL_ID.notIn(kept)).execute();
        }
    }

    @Bean
    static RecordKeeper drillPulseKeeper(DSLContext db) {
        return new Keeper("DRILL_PULSE", db);
    }

    @Bean
    static RecordKeeper drillPulseSaidKeeper(DSLContext db) {
        return new Keeper("DRILL_PULSE_SAID", db);
    }
}
