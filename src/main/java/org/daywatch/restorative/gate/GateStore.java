package org.daywatch.restorative.gate;

import static org.daywatch_db.restorative.Tables.GATE_ACT;
import static org.daywatch_db.restorative.Tables.GATE_ANSWER;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.identity.Role;
import org.daywatch.restorative.gate.GateAnswer.Overruled;
import org.daywatch.restorative.gate.GateAnswer.Words;
import org.daywatch.restorative.gate.GateFacts.Danger;
import org.daywatch.restorative.gate.GateFinding.OfficerPart;
import org.daywatch.restorative.gate.GateFinding.ParentNotice;
import org.daywatch_db.restorative.tables.records.GateAnswerRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What the gate rests on and what it answered, as stored; words sealed. The district is bound. */
@Repository
@Transactional
class GateStore {

    private final DSLContext db;
    private final CaseKeys keys;
    private final JsonMapper json;

    GateStore(DSLContext db, CaseKeys keys, JsonMapper json) {
        this.db = db;
        this.keys = keys;
        this.json = json;
    }

    @Transactional(readOnly = true)
    List<GateAct> acts() {
        return db.selectFrom(GATE_ACT)
                .fetch(r -> new GateAct(r.getCode(), r.getScope(), GateAct.Topic.valueOf(r.getTopic()),
                        GateAct.Duty.valueOf(r.getDuty()), r.getPlace(), r.getValidFrom(), r.getValidTo(),
                        r.getSource(), r.getToConfirm()));
    }

    @Transactional(readOnly = true)
    Optional<GateAnswer> find(UUID id) {
        return db.selectFrom(GATE_ANSWER).where(GATE_ANSWER.ID.eq(id)).fetchOptional().map(this::read);
    }

    GateAnswer lock(UUID id) {
        return db.selectFrom(GATE_ANSWER).where(GATE_ANSWER.ID.eq(id)).forNoKeyUpdate().fetchOptional()
                .map(this::read).orElseThrow(() -> new NotFound("gate answer " + id));
    }

    /** The latest first. @param school null: all of the district */
    @Transactional(readOnly = true)
    List<GateAnswer> overruled(@Nullable UUID school, int most) {
        var g = GATE_ANSWER;
        return db.selectFrom(g).where(g.OVERRULED_ON.isNotNull())
                .and(school == null ? org.jooq.impl.DSL.noCondition() : g.SCHOOL_ID.eq(school))
                .orderBy(g.OVERRULED_ON.desc(), g.ID.desc()).limit(most).fetch().map(this::read).stream()
                .filter(Objects::nonNull).toList();
    }

    /** How often somebody asked or chose otherwise. */
    @Transactional(readOnly = true)
    List<GateAnswer> of(UUID person) {
        var g = GATE_ANSWER;
        return db.selectFrom(g).where(g.ASKED_BY.eq(person).or(g.OVERRULED_BY.eq(person))).orderBy(g.DAY, g.ID)
                .fetch().map(this::read).stream().filter(Objects::nonNull).toList();
    }

    /** @return false where the same form came before */
    boolean insert(GateAnswer a) {
        var g = GATE_ANSWER;
        return db.insertInto(g).set(g.DISTRICT_ID, a.district()).set(g.ID, a.id()).set(g.SCHOOL_ID, a.school())
                .set(g.DAY, a.day()).set(g.DANGER, a.danger().name()).set(g.ACTS, a.acts().toArray(String[]::new))
                .set(g.PATH, a.finding().path().name()).set(g.OFFICER_PART, a.finding().officer().name())
                .set(g.IS_IMPROPER, a.finding().isImproper()).set(g.PARENT, a.finding().parent().name())
                .set(g.BECAUSE, a.finding().because().toArray(String[]::new)).set(g.ASKED_BY, a.askedBy())
                .set(g.ASKED_AS, a.askedAs().name()).set(g.BODY, sealed(a)).onConflictDoNothing().execute() == 1;
    }

    /** @throws Stale where somebody was quicker */
    void save(GateAnswer a) {
        var g = GATE_ANSWER;
        var overruled = Objects.requireNonNull(a.overruled(), "what is saved was overruled");
        int hit = db.update(g).set(g.OVERRULED_TO, overruled.to().name()).set(g.OVERRULED_BY, overruled.by())
                .set(g.OVERRULED_ON, overruled.day()).set(g.BODY, sealed(a)).where(g.DISTRICT_ID.eq(a.district()))
                .and(g.ID.eq(a.id())).and(g.OVERRULED_ON.isNull()).execute();
        if (hit == 0) throw new Stale("gate answer " + a.id());
    }

    List<UUID> before(LocalDate day) {
        return db.select(GATE_ANSWER.ID).from(GATE_ANSWER).where(GATE_ANSWER.DAY.lt(day)).fetch(GATE_ANSWER.ID);
    }

    void delete(Collection<UUID> answers) {
        db.deleteFrom(GATE_ANSWER).where(GATE_ANSWER.ID.in(answers)).execute();
    }

    private byte[] sealed(GateAnswer a) {
        return keys.seal(a.district(), a.id(), json.writeValueAsBytes(a.words()), place(a.id()));
    }

    /** Null where its key is gone: then there is nothing to read. */
    private @Nullable GateAnswer read(GateAnswerRecord r) {
        return keys.open(r.getDistrictId(), r.getId(), r.getBody(), place(r.getId()))
                .map(body -> new GateAnswer(r.getDistrictId(), r.getId(), r.getSchoolId(), r.getDay(),
                        Danger.valueOf(r.getDanger()), List.of(r.getActs()),
                        new GateFinding(GatePath.valueOf(r.getPath()), OfficerPart.valueOf(r.getOfficerPart()),
                                r.getIsImproper(), ParentNotice.valueOf(r.getParent()), List.of(r.getBecause())),
                        r.getAskedBy(), Role.valueOf(r.getAskedAs()), json.readValue(body, Words.class),
                        r.getOverruledTo() == null
                                ? null
                                : new Overruled(GatePath.valueOf(r.getOverruledTo()), r.getOverruledBy(),
                                        r.getOverruledOn())))
                .orElse(null);
    }

    private static String place(UUID id) {
        return "gate answer " + id;
    }
}
