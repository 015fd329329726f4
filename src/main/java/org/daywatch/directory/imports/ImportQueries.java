package org.daywatch.directory.imports;

import static org.daywatch_db.directory.Tables.IMPORT_PROBLEM;
import static org.daywatch_db.directory.Tables.IMPORT_RUN;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Said;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch_db.directory.tables.records.ImportRunRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Runs and their refused rows, as the pages show them. */
@Component
@Transactional(readOnly = true)
public class ImportQueries {
    static final Map<String, Field<?>> SORTS = Map.of("started", IMPORT_RUN.STARTED_AT, "file", IMPORT_RUN.FILE_NAME,
            "kind",
            IMPORT_RUN.KIND,
            "read", IMPORT_RUN.ROWS_READ, "refused", IMPORT_RUN.REFUSED);
    private final DSLContext db;
    private final ImportStore store;
    private final JsonMapper json;

    ImportQueries(DSLContext db, ImportStore store, JsonMapper json) {
        this.db = db;
        this.store = store;
        this.json = json;
    }

    /** A run as a person sees it. */
    public record View(UUID id, ImportKind kind, String file, RunState state, int read, int accepted, int refused,
            int created,
            int updated,
            int unchanged, long bytesDone, long bytesAll, Said message, List<Said> notes, Instant startedAt,
            @Nullable Instant endedAt, int leavers, boolean asksLeavers, ImportReport.Calendar calendar,
            @Nullable UUID district) {

        public boolean isWorthTaking() { return state == RunState.PREVIEWED && created + updated + leavers > 0; }
    }

    record Listed(List<View> runs, Paging paging) {}

    View get(UUID id) {
        return view(store.get(id));
    }

    Listed list(Paging asked) {
        Condition like = DSL.noCondition();
        if (!asked.filter("q").isEmpty()) like = like.and(IMPORT_RUN.FILE_NAME.containsIgnoreCase(asked.filter("q")));
        if (!asked.filter("kind").isEmpty()) like = like.and(IMPORT_RUN.KIND.eq(asked.filter("kind")));
        if (!asked.filter("state").isEmpty()) like = like.and(IMPORT_RUN.STATE.eq(asked.filter("state")));
        Paging paging = asked.of(db.fetchCount(IMPORT_RUN, like));
        Field<?> sort = SORTS.getOrDefault(paging.sort(), IMPORT_RUN.STARTED_AT);
        var runs = db.selectFrom(IMPORT_RUN).where(like)
                .orderBy(paging.descending() ? sort.desc() : sort.asc(), IMPORT_RUN.ID)
                .limit(paging.size()).offset(paging.offset()).fetch(this::view);
        return new Listed(runs, paging);
    }

    int countProblems(UUID run) {
        return db.fetchCount(IMPORT_PROBLEM, IMPORT_PROBLEM.RUN_ID.eq(run));
    }

    List<RefusedCell> problems(UUID run, int offset, int limit) {
        return db.selectFrom(IMPORT_PROBLEM).where(IMPORT_PROBLEM.RUN_ID.eq(run)).orderBy(IMPORT_PROBLEM.SEQ)
                .offset(offset).limit(limit)
                .fetch(p -> new RefusedCell(p.getFile(), p.getLine(), p.getField(), p.getValue(),
                        Said.read(p.getReason())));
    }

    private View view(ImportRunRecord r) {
        String summary = r.getSummary().data();
        List<Said> notes = summary.startsWith("[")
                ? Arrays.stream(json.readValue(summary, String[].class)).map(Said::read).toList()
                : List.of();
        return new View(r.getId(), ImportKind.valueOf(r.getKind()), r.getFileName(), store.state(r), r.getRowsRead(),
                r.getAccepted(),
                r.getRefused(), r.getCreated(), r.getUpdated(), r.getUnchanged(), r.getBytesDone(), r.getBytesAll(),
                Said.read(r.getMessage()), notes,
                r.getStartedAt(), r.getEndedAt(), r.getLeavers(), r.getAskLeavers(),
                r.getCalendar() == null
                        ? ImportReport.Calendar.NONE
                        : json.readValue(r.getCalendar().data(), ImportReport.Calendar.class),
                r.getDistrictId());
    }
}
