package org.daywatch.transparency.activitylog;

import java.util.Objects;
import org.daywatch.transparency.activitylog.Activity.Details;
import org.daywatch.transparency.activitylog.Activity.Source;
import org.daywatch_db.transparency.tables.records.ActivityRecord;

/** A line between its row and its record. */
final class LineRows {

    private LineRows() {}

    static Kept kept(ActivityRecord r) {
        var details = new Details(r.getPeople(), r.getLabel(), r.getLesson(), r.getLessons(), r.getTeacher(),
                r.getNote());
        var what = new Activity(r.getDistrictId(), r.getSchoolId(), r.getOfficerId(), r.getDay(), r.getStartsAt(),
                r.getEndsAt(), r.getMinutes(), ActivityKind.valueOf(r.getKind()),
                r.getSubject(), r.getReason(), details, Source.valueOf(r.getSource()), r.getOrigin(), r.getEvidence());
        var withdrawn = r.getWithdrawnAt() == null
                ? null
                : new Kept.Withdrawal(r.getWithdrawnAt(), Objects.requireNonNullElse(r.getWithdrawnReason(), ""));
        return new Kept(r.getId(), what, r.getFundedPostId(), r.getFollowsId(), r.getRecordedAt(), withdrawn);
    }

    static void write(ActivityRecord row, Activity a) {
        row.setDistrictId(a.district());
        row.setSchoolId(a.school());
        row.setOfficerId(a.officer());
        row.setDay(a.day());
        row.setStartsAt(a.from());
        row.setEndsAt(a.to());
        row.setMinutes(a.minutes());
        row.setPeople(a.details().people());
        row.setFunction(a.kind().function().name());
        row.setKind(a.kind().name());
        row.setSubject(a.subject());
        row.setOnCampus(a.onCampus());
        row.setReason(a.reason());
        row.setLabel(a.details().label());
        row.setLesson(a.details().lesson());
        row.setLessons(a.details().lessons());
        row.setTeacher(a.details().teacher());
        row.setNote(a.details().note());
        row.setSource(a.source().name());
        row.setOrigin(a.origin());
        row.setEvidence(a.evidence());
    }
}
