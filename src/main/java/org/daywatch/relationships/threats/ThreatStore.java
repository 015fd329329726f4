package org.daywatch.relationships.threats;

import static org.daywatch_db.relationships.Tables.BROKEN_GLASS;
import static org.daywatch_db.relationships.Tables.DISCLOSURE;
import static org.daywatch_db.relationships.Tables.RECORDS_REQUEST;
import static org.daywatch_db.relationships.Tables.SHARED_PLAN_SEEN;
import static org.daywatch_db.relationships.Tables.THREAT_CASE;
import static org.daywatch_db.relationships.Tables.THREAT_WORD;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.relationships.threats.cases.About;
import org.daywatch.relationships.threats.cases.AssessmentModel;
import org.daywatch.relationships.threats.cases.CaseFile;
import org.daywatch.relationships.threats.cases.OpenedUnder;
import org.daywatch.relationships.threats.cases.Stage;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch_db.relationships.tables.records.ThreatCaseRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Cases as stored: where they stand in a row, what they say sealed. The district is bound. */
@Repository
@Transactional
class ThreatStore implements CaseFiles {

    private final DSLContext db;
    private final CaseKeys keys;
    private final JsonMapper json;

    ThreatStore(DSLContext db, CaseKeys keys, JsonMapper json) {
        this.db = db;
        this.keys = keys;
        this.json = json;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ThreatCase> all(UUID district) {
        return list(THREAT_CASE.DISTRICT_ID.eq(district).and(THREAT_CASE.STAGE.ne(Stage.FADED.name())));
    }

    /** Those of schools that have not faded. */
    @Transactional(readOnly = true)
    List<ThreatCase> ofSchools(Collection<UUID> schools) {
        return list(THREAT_CASE.SCHOOL_ID.in(schools).and(THREAT_CASE.STAGE.ne(Stage.FADED.name())));
    }

    @Transactional(readOnly = true)
    Optional<ThreatCase> find(UUID id) {
        return list(THREAT_CASE.ID.eq(id).and(THREAT_CASE.STAGE.ne(Stage.FADED.name()))).stream().findFirst();
    }

    /** Given to this person. */
    @Transactional(readOnly = true)
    List<ThreatCase> of(UUID person) {
        return list(THREAT_CASE.OWNER_PERSON.eq(person).or(THREAT_CASE.ADMINISTRATOR_PERSON.eq(person)));
    }

    /** Those that are reviewed. */
    @Transactional(readOnly = true)
    List<ThreatCase> withPlan() {
        return list(THREAT_CASE.STAGE.in(Stage.PLANNED.name(), Stage.MONITORED.name()));
    }

    /** @return false where somebody was told of this day before */
    boolean reviewTold(ThreatCase c, LocalDate day) {
        return db.update(THREAT_CASE).set(THREAT_CASE.REVIEW_TOLD, day).where(THREAT_CASE.DISTRICT_ID.eq(c.district()))
                .and(THREAT_CASE.ID.eq(c.id())).and(THREAT_CASE.REVIEW_TOLD.isDistinctFrom(day)).execute() > 0;
    }

    void reviewUntold(ThreatCase c) {
        db.update(THREAT_CASE).setNull(THREAT_CASE.REVIEW_TOLD).where(THREAT_CASE.DISTRICT_ID.eq(c.district()))
                .and(THREAT_CASE.ID.eq(c.id())).execute();
    }

    List<ThreatCase> toFade(UUID district, LocalDate today) {
        return list(THREAT_CASE.DISTRICT_ID.eq(district).and(THREAT_CASE.STAGE.eq(Stage.TRANSIENT.name()))
                .and(THREAT_CASE.FADES_ON.le(today)).andNotExists(askedFor()));
    }

    /** A parent has asked for it and has no answer: nothing of it is destroyed (34 CFR 99.10(e)). */
    @Transactional(readOnly = true)
    boolean isAskedFor(ThreatCase c) {
        return db.fetchExists(asked().and(RECORDS_REQUEST.CASE_ID.eq(c.id())));
    }

    private static SelectConditionStep<?> asked() {
        return DSL.selectOne().from(RECORDS_REQUEST).where(RECORDS_REQUEST.ENDED_ON.isNull());
    }

    private static SelectConditionStep<?> askedFor() {
        return asked().and(RECORDS_REQUEST.DISTRICT_ID.eq(THREAT_CASE.DISTRICT_ID))
                .and(RECORDS_REQUEST.CASE_ID.eq(THREAT_CASE.ID));
    }

    List<UUID> closedBefore(UUID district, LocalDate day) {
        return db.select(THREAT_CASE.ID).from(THREAT_CASE).where(THREAT_CASE.DISTRICT_ID.eq(district))
                .and(THREAT_CASE.CLOSED_ON.lt(day)).andNotExists(askedFor()).fetch(THREAT_CASE.ID);
    }

    /** How many have faded. */
    @Transactional(readOnly = true)
    int faded(UUID district) {
        return db.fetchCount(THREAT_CASE,
                THREAT_CASE.DISTRICT_ID.eq(district).and(THREAT_CASE.STAGE.eq(Stage.FADED.name())));
    }

    ThreatCase lock(UUID id) {
        return db.selectFrom(THREAT_CASE).where(THREAT_CASE.ID.eq(id)).forNoKeyUpdate().fetchOptional()
                .map(this::read).orElseThrow(() -> new NotFound("threat case " + id));
    }

    void insert(ThreatCase c) {
        db.executeInsert(row(c));
    }

    /**
     * The words before the row that needs them; of what faded the row first, which holds them.
     *
     * @throws Stale when another version was saved meanwhile
     */
    void save(ThreatCase c) {
        if (c.stage() == Stage.FADED) {
            update(c);
            forgetWords(c.district(), List.of(c.id()));
            db.deleteFrom(BROKEN_GLASS).where(BROKEN_GLASS.DISTRICT_ID.eq(c.district()))
                    .and(BROKEN_GLASS.CASE_ID.eq(c.id())).execute();
            db.deleteFrom(RECORDS_REQUEST).where(RECORDS_REQUEST.DISTRICT_ID.eq(c.district()))
                    .and(RECORDS_REQUEST.CASE_ID.eq(c.id())).execute();
            db.deleteFrom(SHARED_PLAN_SEEN).where(SHARED_PLAN_SEEN.DISTRICT_ID.eq(c.district()))
                    .and(SHARED_PLAN_SEEN.CASE_ID.eq(c.id())).execute();
            db.deleteFrom(DISCLOSURE).where(DISCLOSURE.DISTRICT_ID.eq(c.district())).and(DISCLOSURE.CASE_ID.eq(c.id()))
                    .execute();
        } else {
            write(c);
            update(c);
        }
    }

    private void update(ThreatCase c) {
        var row = row(c);
        row.changed(THREAT_CASE.DISTRICT_ID, false);
        row.changed(THREAT_CASE.ID, false);
        if (db.update(THREAT_CASE).set(row).where(THREAT_CASE.DISTRICT_ID.eq(c.district()))
                .and(THREAT_CASE.ID.eq(c.id())).and(THREAT_CASE.VERSION.eq(c.version() - 1)).execute() == 0)
            throw new Stale("threat case " + c.id());
    }

    private void write(ThreatCase c) {
        var w = THREAT_WORD;
        var kept = c.file().words().stream().map(word -> DSL.row(word.about().name(), word.part().name())).toList();
        db.deleteFrom(w).where(w.DISTRICT_ID.eq(c.district())).and(w.CASE_ID.eq(c.id()))
                .and(kept.isEmpty() ? DSL.noCondition() : DSL.row(w.ABOUT, w.PART).notIn(kept)).execute();
        for (var word : c.file().words())
            db.insertInto(w).set(w.DISTRICT_ID, c.district()).set(w.CASE_ID, c.id()).set(w.ABOUT, word.about().name())
                    .set(w.PART, word.part().name()).set(w.PERSON_ID, word.person())
                    .set(w.ENTERED_BY, word.enteredBy()).set(w.DAY, word.day())
                    .onConflict(w.DISTRICT_ID, w.CASE_ID, w.ABOUT, w.PART).doUpdate()
                    .set(w.PERSON_ID, word.person()).set(w.ENTERED_BY, word.enteredBy()).set(w.DAY, word.day())
                    .execute();
    }

    void delete(UUID district, Collection<UUID> cases) {
        db.deleteFrom(THREAT_CASE).where(THREAT_CASE.DISTRICT_ID.eq(district)).and(THREAT_CASE.ID.in(cases)).execute();
        forgetWords(district, cases);
    }

    private void forgetWords(UUID district, Collection<UUID> cases) {
        db.deleteFrom(THREAT_WORD).where(THREAT_WORD.DISTRICT_ID.eq(district)).and(THREAT_WORD.CASE_ID.in(cases))
                .execute();
    }

    private List<ThreatCase> list(Condition which) {
        return db.selectFrom(THREAT_CASE).where(which).orderBy(THREAT_CASE.OPENED_ON, THREAT_CASE.ID).fetch()
                .map(this::read).stream().filter(Objects::nonNull).toList();
    }

    private ThreatCaseRecord row(ThreatCase c) {
        boolean faded = c.stage() == Stage.FADED;
        var r = new ThreatCaseRecord();
        r.setDistrictId(c.district());
        r.setId(c.id());
        r.setSchoolId(c.school());
        r.setStage(c.stage().name());
        r.setClassification(c.classification() == null ? null : c.classification().name());
        r.setOwnerPerson(faded ? null : c.owner());
        r.setAdministratorPerson(faded ? null : c.administrator());
        r.setIsShared(c.shared());
        r.setOpenedOn(faded ? null : c.openedOn());
        r.setFadesOn(c.fadesOn());
        r.setClosedOn(c.closedOn());
        r.setBody(faded
                ? null
                : keys.seal(c.district(), c.id(), json.writeValueAsBytes(c.file()), place(c.id())));
        r.setModel(c.under().model().name());
        r.setModelRule(c.under().rule());
        r.setVersion(c.version());
        return r;
    }

    /** Null where its key is gone: then there is nothing to read. */
    private @Nullable ThreatCase read(ThreatCaseRecord r) {
        if (r.getBody() == null) return null;
        return keys.open(r.getDistrictId(), r.getId(), r.getBody(), place(r.getId()))
                .map(body -> new ThreatCase(r.getDistrictId(), r.getId(), r.getSchoolId(), Stage.valueOf(r.getStage()),
                        r.getClassification() == null ? null : About.valueOf(r.getClassification()), r.getOwnerPerson(),
                        r.getAdministratorPerson(), r.getIsShared(), r.getOpenedOn(), r.getFadesOn(), r.getClosedOn(),
                        new OpenedUnder(AssessmentModel.valueOf(r.getModel()), r.getModelRule()),
                        json.readValue(body, CaseFile.class), r.getVersion()))
                .orElse(null);
    }

    static String place(UUID id) {
        return "threat case " + id;
    }
}
