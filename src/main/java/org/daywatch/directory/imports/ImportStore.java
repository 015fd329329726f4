package org.daywatch.directory.imports;

import static org.daywatch_db.directory.Tables.IMPORT_PROBLEM;
import static org.daywatch_db.directory.Tables.IMPORT_RUN;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Said;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.directory.tables.records.ImportRunRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Runs, their counts and their refused rows. */
@Repository
@Transactional
class ImportStore {
    private static final int MOST_SAID = 5;
    private static final int BATCH = 2000;
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private final DSLContext db;
    private final Clock clock;
    private final JsonMapper json;

    ImportStore(DSLContext db, Clock clock, JsonMapper json) {
        this.db = db;
        this.clock = clock;
        this.json = json;
    }

    void begin(UUID id, ImportKind kind, ImportFile file, String sha256, RunState state, @Nullable UUID person) {
        db.insertInto(IMPORT_RUN).set(IMPORT_RUN.AGENCY_ID, Tenancy.tenant()).set(IMPORT_RUN.ID, id)
                .set(IMPORT_RUN.KIND,
                        kind.name())
                .set(IMPORT_RUN.FILE_NAME, file.name()).set(IMPORT_RUN.FILE_SHA256, sha256)
                .set(IMPORT_RUN.STATE, state.name())
                .set(IMPORT_RUN.FIRST_DAY, file.calendar().firstDay())
                .set(IMPORT_RUN.LAST_DAY, file.calendar().lastDay())
                .set(IMPORT_RUN.DISTRICT_ID, file.districtId()).set(IMPORT_RUN.STARTED_BY, person)
                .set(IMPORT_RUN.STARTED_AT,
                        clock.instant())
                .set(IMPORT_RUN.BEAT_AT, clock.instant()).execute();
    }

    ImportRunRecord get(UUID id) {
        return db.selectFrom(IMPORT_RUN).where(IMPORT_RUN.ID.eq(id)).fetchOptional()
                .orElseThrow(() -> new NotFound("import " + id));
    }

    /** Takes a run from one state to the next; false when somebody else already did. */
    boolean move(UUID id, RunState from, RunState to) {
        return db.update(IMPORT_RUN).set(IMPORT_RUN.STATE, to.name()).set(IMPORT_RUN.BEAT_AT, clock.instant())
                .where(IMPORT_RUN.ID.eq(id)).and(IMPORT_RUN.STATE.eq(from.name())).execute() == 1;
    }

    void progress(UUID id, ImportReport report, long bytesDone, long bytesAll) {
        counts(id, report).set(IMPORT_RUN.BYTES_DONE, bytesDone).set(IMPORT_RUN.BYTES_ALL, bytesAll)
                .set(IMPORT_RUN.BEAT_AT, clock.instant()).where(IMPORT_RUN.ID.eq(id)).execute();
    }

    void end(UUID id, RunState state, ImportReport report, Said message) {
        counts(id, report).set(IMPORT_RUN.STATE, state.name()).set(IMPORT_RUN.ENDED_AT,
                clock.instant()).set(IMPORT_RUN.MESSAGE, message.stored())
                .set(IMPORT_RUN.CALENDAR,
                        report.calendar().year() == null
                                ? null
                                : JSONB.valueOf(json.writeValueAsString(report.calendar())))
                .set(IMPORT_RUN.SUMMARY,
                        JSONB.valueOf(json.writeValueAsString(report.said().stream().map(Said::stored).toList())))
                .where(IMPORT_RUN.ID.eq(id)).execute();
        problems(id, report.refused());
    }

    void undone(UUID id, FileImports.Undone undone) {
        db.update(IMPORT_RUN).set(IMPORT_RUN.STATE, RunState.UNDONE.name()).set(IMPORT_RUN.ENDED_AT, clock.instant())
                .set(IMPORT_RUN.MESSAGE, undone(undone).stored()).where(IMPORT_RUN.ID.eq(id)).execute();
    }

    private static Said undone(FileImports.Undone undone) {
        var said = new ArrayList<>(
                List.of(Said.of("imports.said.undone", undone.removed(), undone.restored(), undone.kept())));
        int more = undone.stayed().size() - MOST_SAID;
        undone.stayed().stream().limit(MOST_SAID).forEach(said::add);
        if (more > 0) said.add(Said.of("imports.said.undone.more", more));
        return Said.joined(" ", said);
    }

    /** Nothing was written: the counts of the attempt stay as they were last seen. */
    void refuse(UUID id, Said message) {
        db.update(IMPORT_RUN).set(IMPORT_RUN.STATE, RunState.REFUSED.name()).set(IMPORT_RUN.ENDED_AT, clock.instant())
                .set(IMPORT_RUN.MESSAGE, message.stored()).where(IMPORT_RUN.ID.eq(id)).execute();
    }

    void discard(UUID id) {
        db.deleteFrom(IMPORT_PROBLEM).where(IMPORT_PROBLEM.RUN_ID.eq(id)).execute();
        db.deleteFrom(IMPORT_RUN).where(IMPORT_RUN.ID.eq(id)).execute();
    }

    /**
     * The state as it really is: work without a sign of life for a minute has stopped, for instance with its process.
     */
    RunState state(ImportRunRecord row) {
        RunState state = RunState.valueOf(row.getState());
        boolean silent = row.getBeatAt() == null || row.getBeatAt().isBefore(clock.instant().minus(SILENCE));
        if (state == RunState.RUNNING && silent) return RunState.FAILED;
        return state == RunState.PREVIEWING && silent ? RunState.REFUSED : state;
    }

    boolean isAnyRunning() {
        return db.fetchExists(IMPORT_RUN, IMPORT_RUN.STATE.eq(RunState.RUNNING.name())
                .and(IMPORT_RUN.BEAT_AT.gt(clock.instant().minus(SILENCE))));
    }

    private org.jooq.UpdateSetMoreStep<ImportRunRecord> counts(UUID id, ImportReport report) {
        return db.update(IMPORT_RUN).set(IMPORT_RUN.ROWS_READ, report.read())
                .set(IMPORT_RUN.ACCEPTED, report.accepted())
                .set(IMPORT_RUN.REFUSED, report.refusedRows()).set(IMPORT_RUN.CREATED, report.created())
                .set(IMPORT_RUN.UPDATED, report.updated()).set(IMPORT_RUN.UNCHANGED, report.unchanged())
                .set(IMPORT_RUN.LEAVERS, report.leavers().left()).set(IMPORT_RUN.ASK_LEAVERS, report.leavers().ask());
    }

    private void problems(UUID id, List<RefusedCell> refused) {
        db.deleteFrom(IMPORT_PROBLEM).where(IMPORT_PROBLEM.RUN_ID.eq(id)).execute();
        UUID tenant = Tenancy.tenant();
        for (int from = 0; from < refused.size(); from += BATCH) {
            var insert = db.insertInto(IMPORT_PROBLEM, IMPORT_PROBLEM.AGENCY_ID, IMPORT_PROBLEM.RUN_ID,
                    IMPORT_PROBLEM.SEQ,
                    IMPORT_PROBLEM.FILE,
                    IMPORT_PROBLEM.LINE, IMPORT_PROBLEM.FIELD, IMPORT_PROBLEM.VALUE, IMPORT_PROBLEM.REASON);
            int to = Math.min(from + BATCH, refused.size());
            for (int i = from; i < to; i++) {
                RefusedCell cell = refused.get(i);
                insert = insert.values(tenant, id, i, cell.file(), cell.line(), cell.field(), cell.value(),
                        cell.said().stored());
            }
            insert.execute();
        }
    }
}
