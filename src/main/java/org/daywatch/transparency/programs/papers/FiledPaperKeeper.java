package org.daywatch.transparency.programs.papers;

import static org.daywatch_db.transparency.Tables.FILED_PAPER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets papers whose time is over; their lines go with the log. */
@Component
@Transactional
class FiledPaperKeeper implements RecordKeeper {

    private final DSLContext db;

    FiledPaperKeeper(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "FILED_PAPER";
    }

    @Override
    public int forget(Instant before) {
        return db.deleteFrom(FILED_PAPER).where(FILED_PAPER.AGENCY_ID.eq(Tenancy.tenant()))
                .and(FILED_PAPER.DAY.lt(LocalDate.ofInstant(before, ZoneOffset.UTC))).execute();
    }
}
