package org.daywatch._story;

import static org.daywatch_db.staffing.Tables.DEPARTMENT_TERMS;
import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.sites.Position;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.officers.Credential;
import org.daywatch.staffing.officers.OfficerCommands;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/**
 * The story goes on: a school with a known place, a department that is asked first, officers, and posts that stand
 * open.
 */
public final class PostedDay {

    public static final ZoneId ZONE = ZoneId.of("America/Phoenix");
    public static final double LATITUDE = 33.4484;
    public static final double LONGITUDE = -112.0740;

    private final Story story;
    private final DSLContext db;
    private final Organizations organizations;
    private final OfficerCommands officers;
    public final Story.Cast cast;
    public final UUID school;
    private final UUID request;

    public record Officer(UUID id, UUID person) {}

    public PostedDay(ApplicationContext app) {
        story = app.getBean(Story.class);
        db = app.getBean(DSLContext.class);
        organizations = app.getBean(Organizations.class);
        officers = app.getBean(OfficerCommands.class);
        cast = story.cast();
        school = story.as(cast.agency(),
                () -> app.getBean(Schools.class)
                        .add(new Schools.NewSchool(cast.mesquite(), "Ocotillo High", SchoolLevel.HIGH,
                                "9", "12", 1800, "1 Ocotillo Way", "Mesquite Flat", "AZ", "85001", "480 555 0100",
                                ZONE)));
        story.run(cast.agency(), () -> app.getBean(Schools.class).locate(school,
                new Position(LATITUDE, LONGITUDE, 150, java.util.List.of())));
        request = Ids.next();
        story.run(cast.agency(), () -> {
            db.insertInto(DEPARTMENT_TERMS).set(DEPARTMENT_TERMS.AGENCY_ID, cast.agency())
                    .set(DEPARTMENT_TERMS.DEPARTMENT_ID, cast.department())
                    .set(DEPARTMENT_TERMS.RANK_ORDER, 1).set(DEPARTMENT_TERMS.POLICY_SET, "NONE")
                    .set(DEPARTMENT_TERMS.ZONE, "America/Phoenix").execute();
            db.insertInto(DETAIL_REQUEST).set(DETAIL_REQUEST.AGENCY_ID, cast.agency()).set(DETAIL_REQUEST.ID, request)
                    .set(DETAIL_REQUEST.DISTRICT_ID, cast.mesquite()).set(DETAIL_REQUEST.SCHOOL_ID, school)
                    .set(DETAIL_REQUEST.NUMBER, "R-1")
                    .set(DETAIL_REQUEST.KIND, "TERM").set(DETAIL_REQUEST.ROLE, "SSO").set(DETAIL_REQUEST.OFFICERS, 1)
                    .set(DETAIL_REQUEST.FIRST_DAY, LocalDate.of(2026, 8, 3))
                    .set(DETAIL_REQUEST.LAST_DAY, LocalDate.of(2027, 5, 21))
                    .set(DETAIL_REQUEST.REASON, "an officer at every school day")
                    .set(DETAIL_REQUEST.DUTIES, "Greet at the gate, walk the doors.")
                    .set(DETAIL_REQUEST.STATE, "ACCEPTED").set(DETAIL_REQUEST.PRIMARY_DEPARTMENT_ID, cast.department())
                    .set(DETAIL_REQUEST.CREATED_AT, TestClock.START).execute();
        });
    }

    /** A post of seven hours, open to the first department. */
    public UUID post(Instant start) {
        return post(start, Duration.ofHours(7));
    }

    public UUID post(Instant start, Duration length) {
        return story.as(cast.agency(), () -> {
            UUID id = Ids.next();
            db.insertInto(POST).set(POST.AGENCY_ID, cast.agency()).set(POST.ID, id)
                    .set(POST.DISTRICT_ID, cast.mesquite())
                    .set(POST.SCHOOL_ID, school).set(POST.REQUEST_ID, request)
                    .set(POST.DAY, start.atZone(ZONE).toLocalDate())
                    .set(POST.SEAT, db.fetchCount(POST) + 1).set(POST.STARTS_AT, start)
                    .set(POST.ENDS_AT, start.plus(length))
                    .set(POST.ROLE, "SSO").set(POST.BELL_KIND, "REGULAR").set(POST.STATE, "OPEN")
                    .set(POST.POSTED_RANK, 1)
                    .set(POST.POSTED_AT, start).execute();
            return id;
        });
    }

    public String stateOf(UUID post) {
        return story.as(cast.agency(),
                () -> db.select(POST.STATE).from(POST).where(POST.ID.eq(post)).fetchSingle(POST.STATE));
    }

    public String deskCode() {
        return story.as(cast.agency(), () -> db.fetchValue("select desk_code from directory.school where id = {0}",
                org.jooq.impl.DSL.val(school)).toString());
    }

    /** An officer of the first department with everything they must hold, and an account of their own. */
    public Officer officer(String name) {
        String email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + cast.suffix() + "@story.example";
        UUID person = Tenancy.as(Scope.system(cast.agency()),
                () -> organizations.join(cast.agency(), email, name, Role.OFFICER, null));
        return story.as(cast.agency(), () -> {
            var badge = Integer.toString(db.fetchCount(OFFICER) + 1);
            UUID id = officers.add(new org.daywatch.staffing.officers.Officer.Details(cast.department(), name, email,
                    "602-555-0100", badge,
                    org.daywatch.staffing.officers.Officer.Rank.OFFICER, LocalDate.of(2012, 4, 1), "AZ-" + badge,
                    List.of("en"), "85004", Set.of("SSO"),
                    LocalDate.of(2026, 8, 3), org.daywatch.staffing.officers.Officer.State.ACTIVE));
            for (var kind : Credential.Kind.values()) {
                officers.record(id, new Credential(Ids.next(), kind, "", LocalDate.of(2026, 1, 5), null,
                        kind.needsHours() ? BigDecimal.valueOf(40) : null, Credential.State.VALID));
            }
            return new Officer(id, person);
        });
    }
}
