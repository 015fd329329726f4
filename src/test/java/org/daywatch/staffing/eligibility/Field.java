package org.daywatch.staffing.eligibility;

import static org.daywatch_db.directory.Tables.SCHOOL;
import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.POST;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch._story.Story.Cast;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.SchoolDay;
import org.daywatch.staffing.officers.Credential;
import org.daywatch.staffing.officers.Credential.Kind;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;

/** Schools, posts and officers as the tests of this folder need them. Bind the agency before calling. */
public class Field {

    public static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");

    private final DSLContext db;
    private final OfficerCommands officers;
    private final DepartmentTerms terms;

    public Field(DSLContext db, OfficerCommands officers, DepartmentTerms terms) {
        this.db = db;
        this.officers = officers;
        this.terms = terms;
    }

    public void agreedTerms(UUID department, String policySet) {
        terms.put(AgreedTerms.usual(Tenancy.tenant(), department, 1, policySet, Set.of(), PHOENIX));
    }

    public UUID officer(Cast cast, String badge) {
        var id = officers.add(new Officer.Details(cast.department(), "Dana Reyes " + badge,
                "dana" + badge + "-" + cast.suffix() + "@story.example", "602-555-0100",
                badge, Officer.Rank.OFFICER, LocalDate.parse("2012-04-01"), "AZ-" + badge, List.of("en", "es"), "85004",
                Set.of("SSO"),
                LocalDate.parse("2026-08-03"), Officer.State.ACTIVE));
        for (Kind kind : Kind.values()) {
            var hours = kind.needsHours() ? BigDecimal.valueOf(40) : null;
            officers.record(id, new Credential(Ids.next(), kind, "", LocalDate.parse("2026-01-05"), null, hours,
                    Credential.State.VALID));
        }
        return id;
    }

    public UUID school(Cast cast, String name) {
        var id = Ids.next();
        db.insertInto(SCHOOL).set(SCHOOL.AGENCY_ID, cast.agency()).set(SCHOOL.ID, id)
                .set(SCHOOL.DISTRICT_ID, cast.mesquite()).set(SCHOOL.NAME, name)
                .set(SCHOOL.STATE, "AZ").set(SCHOOL.ZONE, "America/Phoenix").set(SCHOOL.DESK_CODE, "K7QM-4TRX")
                .execute();
        return id;
    }

    public UUID request(Cast cast, UUID school) {
        var id = Ids.next();
        db.insertInto(DETAIL_REQUEST).set(DETAIL_REQUEST.AGENCY_ID, Tenancy.tenant()).set(DETAIL_REQUEST.ID, id)
                .set(DETAIL_REQUEST.DISTRICT_ID, cast.mesquite())
                .set(DETAIL_REQUEST.SCHOOL_ID, school).set(DETAIL_REQUEST.NUMBER, "R-" + id)
                .set(DETAIL_REQUEST.KIND, "TERM").set(DETAIL_REQUEST.ROLE, "SSO")
                .set(DETAIL_REQUEST.OFFICERS, 1).set(DETAIL_REQUEST.FIRST_DAY, LocalDate.parse("2026-08-03"))
                .set(DETAIL_REQUEST.LAST_DAY, LocalDate.parse("2027-05-28"))
                .set(DETAIL_REQUEST.REASON, "cover the year").set(DETAIL_REQUEST.DUTIES, "post orders")
                .set(DETAIL_REQUEST.STATE, "ACCEPTED")
                .set(DETAIL_REQUEST.CREATED_AT, Instant.parse("2026-07-01T12:00:00Z")).execute();
        return id;
    }

    public UUID openPost(Cast cast, UUID school, UUID request, LocalDate day) {
        var id = Ids.next();
        var window = new SchoolDay(day, PHOENIX).window(LocalTime.of(7, 0), LocalTime.of(15, 0));
        db.insertInto(POST).set(POST.AGENCY_ID, Tenancy.tenant()).set(POST.ID, id)
                .set(POST.DISTRICT_ID, cast.mesquite()).set(POST.SCHOOL_ID, school)
                .set(POST.REQUEST_ID, request).set(POST.DAY, day).set(POST.SEAT, 1).set(POST.STARTS_AT, window.start())
                .set(POST.ENDS_AT, window.end())
                .set(POST.ROLE, "SSO").set(POST.BELL_KIND, "REGULAR").set(POST.STATE, "OPEN").set(POST.POSTED_RANK, 1)
                .execute();
        return id;
    }
}
