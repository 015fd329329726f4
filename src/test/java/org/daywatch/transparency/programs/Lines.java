package org.daywatch.transparency.programs;

import static org.daywatch_db.transparency.Tables.ACTIVITY;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch._story.PostedDay;
import org.daywatch._story.TestClock;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Activity lines as the log leaves them, written directly: what is tested is reading them. */
public record Lines(DSLContext db, PostedDay day, UUID school) {

    public Lines(DSLContext db, PostedDay day) {
        this(db, day, day.school);
    }

    /** At another school of the same district. */
    public Lines at(UUID other) {
        return new Lines(db, day, other);
    }

    public void line(@Nullable UUID officer, String date, String kind, String function, String subject, int minutes) {
        line(officer, date, kind, function, subject, minutes, "", false);
    }

    public void line(@Nullable UUID officer, String date, String kind, String function, String subject, int minutes,
            String origin, boolean withdrawn) {
        var a = ACTIVITY;
        var row = db.newRecord(a);
        row.setAgencyId(day.cast.agency());
        row.setId(Ids.next());
        row.setDistrictId(day.cast.mesquite());
        row.setSchoolId(school);
        row.setOfficerId(officer);
        row.setDay(LocalDate.parse(date));
        row.setMinutes(minutes);
        row.setFunction(function);
        row.setKind(kind);
        row.setSubject(subject);
        row.setOnCampus(!kind.equals("OFF_CAMPUS"));
        row.setReason(kind.equals("OFF_CAMPUS") ? "COURT" : "");
        row.setSource("FACT");
        row.setOrigin(origin);
        row.setRecordedAt(TestClock.START);
        if (withdrawn) {
            row.setWithdrawnAt(TestClock.START);
            row.setWithdrawnReason("typed twice");
        }
        db.insertInto(a).set(row).execute();
    }
}
