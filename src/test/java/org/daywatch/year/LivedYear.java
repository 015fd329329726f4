package org.daywatch.year;

import static org.daywatch_db.directory.Tables.FUNDED_POST;
import static org.daywatch_db.directory.Tables.FUNDED_POST_SCHOOL;
import static org.daywatch_db.directory.Tables.OWN_RULE;
import static org.daywatch_db.transparency.Tables.ACTIVITY;
import static org.daywatch_db.transparency.Tables.WEEKLY_LOG;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.sites.Schools;
import org.daywatch.planning.PlanningEvent;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.ClockRecords.ClockRecord;
import org.daywatch.staffing.ClockRecords.Stretch;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.officers.OfficerStore;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.ActivityLog;
import org.daywatch.transparency.activitylog.hearing.ClockLines;
import org.daywatch.transparency.activitylog.weeks.WeeklyLogs;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/**
 * A scripted year lived day by day in the running application, with its clock moved from evening to evening: the calendar and
 * bells are taken in, shifts come as clock records, lessons as one-tap entries, drills, meetings, agreements and rounds as facts; the rest
 * is done with the commands people do it with ({@link LivedActs}).
 */
final class LivedYear {

    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final Map<String, ActivityKind> LESSONS = Map.of("COHORT", ActivityKind.LESSON_COHORT, "UNIVERSAL", ActivityKind.LESSON_UNIVERSAL,
            "PREPARATION", ActivityKind.LESSON_PREPARATION, "IMPROPER", ActivityKind.IMPROPER_LUNCH_DUTY);

    final Script script;
    final String state;
    final Map<String, UUID> schools = new LinkedHashMap<>();
    final Map<String, Actor> officers = new LinkedHashMap<>();
    final Map<String, UUID> officerIds = new LinkedHashMap<>();
    final Map<String, UUID> posts = new LinkedHashMap<>();
    final Story.Cast cast;
    private final ApplicationContext app;
    private final Story story;
    private final DSLContext db;
    private final TestClock clock;
    private final ZoneId zone;
    private final Map<String, Integer> signatures = new LinkedHashMap<>();
    private final Map<String, UUID> agreements = new LinkedHashMap<>();
    final LivedActs acts;
    private final LivedRoster roster;

    LivedYear(ApplicationContext app, Script script) {
        this.app = app;
        this.script = script;
        story = app.getBean(Story.class);
        db = app.getBean(DSLContext.class);
        clock = app.getBean(TestClock.class);
        cast = story.cast();
        acts = new LivedActs(app, this);
        roster = new LivedRoster(db, script, cast);
        var first = script.rows("people.csv").getFirst().getField("detail").split(" ");
        state = first[0];
        zone = ZoneId.of(first[1]);
        clock.setTo(Instant.parse("2026-07-01T15:00:00Z"));
        script.rows("people.csv").forEach(row -> {
            switch (row.getField("what")) {
                case "SCHOOL" -> school(row.getField("key"), row.getField("name"), row.getField("detail").split(" "));
                case "OFFICER" -> officer(row.getField("key"), row.getField("name"), LocalDate.parse(row.getField("from")));
                case "POST" -> post(row.getField("key"), row.getField("detail").split(" "), List.of(row.getField("school").split(" ")), LocalDate.parse(row.getField("from")));
                default -> throw new IllegalArgumentException(row.toString());
            }
        });
        Tenancy.as(Scope.system(cast.agency()), () -> app.getBean(FileImports.class).take(ImportKind.CALENDAR,
                new ImportFile(script.folder().resolve("calendar.ics"), "calendar.ics", cast.mesquite())));
        bells();
    }

    /** What lies before the first day, such as an audit or a certificate of years ago, is recorded on it. */
    void before(LocalDate first) {
        clock.setTo(at(first, EVENING));
        script.facts().stream().filter(f -> f.day().isBefore(first) && Set.of("AUDIT", "CERTIFICATE").contains(f.what())).forEach(f -> acts.act(f, clock.instant()));
    }

    /**
     * Everything up to the evening of a day that has not been lived yet.
     *
     * @param looks at the moments asked for, after whatever happened until then
     */
    void until(LocalDate from, LocalDate to, Collection<Instant> moments, Consumer<Instant> looks) {
        from.datesUntil(to.plusDays(1)).forEach(day -> live(day, moments, looks));
    }

    private void live(LocalDate day, Collection<Instant> moments, Consumer<Instant> looks) {
        var today = script.facts().stream().filter(f -> f.day().equals(day)).toList();
        var during = today.stream().filter(f -> LivedActs.OF_AN_INSTANT.contains(f.what())).collect(Collectors.groupingBy(LivedActs::instant));
        Stream.concat(during.keySet().stream(), moments.stream().filter(m -> m.atZone(zone).toLocalDate().equals(day))).distinct().sorted().forEach(moment -> {
            clock.setTo(moment);
            during.getOrDefault(moment, List.of()).forEach(f -> acts.act(f, moment));
            acts.remind();
            if (moments.contains(moment)) looks.accept(moment);
        });
        clock.setTo(at(day, EVENING));
        changeRules(day);
        acts.remind();
        if (today.isEmpty()) return;
        story.run(cast.agency(), () -> {
            today.stream().filter(f -> f.what().equals("SHIFT")).forEach(f -> shift(f, today));
            today.stream().filter(f -> LESSONS.containsKey(f.what())).forEach(this::entry);
        });
        today.forEach(this::fact);
        story.run(cast.agency(), () -> {
            today.stream().filter(f -> f.what().equals("SIGNED_OFFICER")).forEach(f -> log(f, id -> app.getBean(WeeklyLogs.class).sign(officers.get(f.officer()), id)));
            today.stream().filter(f -> f.what().equals("SIGNED_ADMIN")).forEach(f -> log(f, id -> app.getBean(WeeklyLogs.class).lock(principal(f.school()), id)));
        });
    }

    private void shift(Script.Fact fact, List<Script.Fact> today) {
        var from = at(fact.day(), fact.from(Script.IN));
        var away = new ArrayList<Stretch>();
        var left = from.plus(Duration.ofMinutes(1)); // he checks in before he leaves
        for (var gone : today) {
            if (!gone.what().equals("AWAY") || !gone.officer().equals(fact.officer())) continue;
            var since = at(gone.day(), gone.from(left.atZone(zone).toLocalTime()));
            away.add(new Stretch(since, since.plus(Duration.ofMinutes(gone.minutes())), gone.word()));
        }
        var id = Ids.next();
        var record = new ClockRecord(id, cast.mesquite(), schools.get(fact.school()), officerIds.get(fact.officer()), officers.get(fact.officer()).person(), fact.officer(), from,
                from.plus(Duration.ofMinutes(fact.minutes())), away, List.of());
        roster.stood(fact, record);
        app.getBean(ActivityLog.class).tells("shift " + id, () -> ClockLines.of(record, zone, List.of()), "clocked");
    }

    private void entry(Script.Fact fact) {
        var kind = LESSONS.get(fact.what());
        var from = at(fact.day(), LocalTime.of(13, 0));
        var id = Ids.next();
        var details = new Activity.Details(24, fact.detail(), null, null, null, "");
        var activity = new Activity(cast.mesquite(), schools.get(fact.school()), officerIds.get(fact.officer()), fact.day(), from, from.plus(Duration.ofMinutes(fact.minutes())),
                fact.minutes(), kind, kind.subject(), "", details, Activity.Source.TYPED, "", "");
        app.getBean(ActivityLog.class).write(officers.get(fact.officer()), id, activity, clock.instant(), "");
        if (fact.detail().equals("withdrawn")) app.getBean(ActivityLog.class).withdraw(officers.get(fact.officer()), officerIds.get(fact.officer()), id, "entered twice");
    }

    /** Facts of planning, one after the other: each is heard before the day goes on, as a day leaves time for. */
    private void fact(Script.Fact fact) {
        var school = schools.get(fact.school());
        var there = fact.officer().isEmpty() ? List.<UUID>of() : List.of(officerIds.get(fact.officer()));
        switch (fact.what()) {
            case "DRILL" -> {
                var id = Ids.next();
                tell(new PlanningEvent.DrillConcluded(cast.agency(), id, clock.instant(), cast.mesquite(), school, "DRILL:" + fact.word(), fact.day(),
                        at(fact.day(), LocalTime.of(10, 0)), fact.minutes(), there, "Robin Alder"), "/drills/" + id);
            }
            case "MEETING" -> {
                var id = Ids.next();
                tell(new PlanningEvent.MeetingHeld(cast.agency(), id, clock.instant(), cast.mesquite(), school, fact.day(), at(fact.day(), LocalTime.of(11, 0)), fact.minutes(),
                        Played.quorum(fact), List.of(), there, "Robin Alder"), "/team/meetings/" + id);
            }
            case "AGREEMENT_AGENCY", "AGREEMENT_DISTRICT" -> {
                var id = agreements.computeIfAbsent(fact.officer(), o -> Ids.next());
                boolean complete = signatures.merge(fact.officer(), 1, Integer::sum) == 2;
                tell(new PlanningEvent.AgreementSigned(cast.agency(), id, clock.instant(), cast.mesquite(), school, "SERVICE", there.getFirst(), fact.day(),
                        fact.what().substring("AGREEMENT_".length()), complete, null, null, "Robin Alder"), complete ? "/service-agreements/" + id : "");
            }
            case "SWEEP", "AUDIT", "NOTICE", "REPORT", "EXCEPTION", "VISIT", "COVERAGE", "CERTIFICATE" -> acts.act(fact, clock.instant());
            default -> { /* lived already, or signed at the end of the day */ }
        }
    }

    private void tell(PlanningEvent fact, String evidence) {
        story.run(cast.agency(), () -> app.getBean(Facts.class).tell(fact));
        if (evidence.isEmpty()) return;
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (story.as(cast.agency(), () -> db.fetchCount(ACTIVITY, ACTIVITY.EVIDENCE.eq(evidence))) == 0) {
            if (System.nanoTime() > until) throw new AssertionError("nobody heard " + fact);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void log(Script.Fact fact, Consumer<UUID> sign) {
        db.select(WEEKLY_LOG.ID).from(WEEKLY_LOG).where(WEEKLY_LOG.OFFICER_ID.eq(officerIds.get(fact.officer()))).and(WEEKLY_LOG.SCHOOL_ID.eq(schools.get(fact.school())))
                .and(WEEKLY_LOG.WEEK.eq(LocalDate.parse(fact.detail()))).fetchOptional(WEEKLY_LOG.ID).ifPresent(sign);
    }

    private Actor principal(String school) {
        return new Actor(new UUID(1, 1), "Avery Stone", cast.mesquite(), "Mesquite Flats Unified", Role.PRINCIPAL, Role.PRINCIPAL.defaults(), schools.get(school), Capacity.NONE,
                new UUID(1, 2), "en");
    }

    private void school(String key, String name, String[] detail) {
        schools.put(key, story.as(cast.agency(), () -> app.getBean(Schools.class).add(new Schools.NewSchool(cast.mesquite(), name, SchoolLevel.valueOf(detail[2]), "", "", 600,
                "1 School Way", "Mesquite Flat", detail[0], "85001", "480 555 0100", zone))));
    }

    private void officer(String key, String name, LocalDate start) {
        String email = key + cast.suffix() + "@story.example";
        UUID person = Tenancy.as(Scope.system(cast.agency()), () -> app.getBean(Organizations.class).join(cast.agency(), email, name, Role.OFFICER, null));
        officerIds.put(key, story.as(cast.agency(), () -> app.getBean(OfficerStore.class).add(new Officer.Details(cast.department(), name, email, "602-555-0100", key,
                Officer.Rank.OFFICER, LocalDate.of(2012, 4, 1), "AZ-" + key, List.of("en"), "85004", Set.of("SSO"), start, Officer.State.ACTIVE))));
        officers.put(key, new Actor(person, name, cast.agency(), "Cooperative", Role.OFFICER, Role.OFFICER.defaults(), null, Capacity.NONE, new UUID(1, 2), "en"));
    }

    private void post(String key, String[] detail, List<String> at, LocalDate from) {
        if (!state.equals("AZ") || script.facts().stream().noneMatch(f -> f.post().equals(key))) return; // the other two bind every school, whoever pays
        var id = Ids.next();
        posts.put(key, id);
        story.run(cast.agency(), () -> {
            db.insertInto(FUNDED_POST).set(FUNDED_POST.AGENCY_ID, cast.agency()).set(FUNDED_POST.ID, id).set(FUNDED_POST.DISTRICT_ID, cast.mesquite())
                    .set(FUNDED_POST.PROGRAMME, "AZ-SSP").set(FUNDED_POST.AWARD, key).set(FUNDED_POST.KIND, detail[0]).set(FUNDED_POST.VALID_FROM, from)
                    .set(FUNDED_POST.RECORDED_AT, clock.instant()).execute();
            if (detail.length > 1) db.update(FUNDED_POST).set(FUNDED_POST.YEAR_AWARD_CENTS, Long.parseLong(detail[1]) * 100).set(FUNDED_POST.HOUR_CENTS, Integer.parseInt(detail[2]) * 100)
                    .where(FUNDED_POST.ID.eq(id)).execute();
            at.forEach(s -> db.insertInto(FUNDED_POST_SCHOOL).set(FUNDED_POST_SCHOOL.AGENCY_ID, cast.agency()).set(FUNDED_POST_SCHOOL.POST_ID, id)
                    .set(FUNDED_POST_SCHOOL.SCHOOL_ID, schools.get(s)).set(FUNDED_POST_SCHOOL.DISTRICT_ID, cast.mesquite()).execute());
        });
    }

    private void bells() {
        for (var row : script.rows("bells.csv")) {
            var scope = new CalendarScope(cast.mesquite(), schools.get(row.getField("school")), null);
            story.run(cast.agency(), () -> app.getBean(Bells.class).apply(new Bells.BellChange(scope, DayKind.valueOf(row.getField("kind")), LocalTime.parse(row.getField("first")),
                    LocalTime.parse(row.getField("last")), script.firstDay())));
        }
    }

    /** A number the year sets for its district, entered on the day from which it holds. */
    private void changeRules(LocalDate day) {
        script.rows("rules.csv").stream().filter(r -> LocalDate.parse(r.getField("from")).equals(day)).forEach(row -> story.run(cast.agency(), () ->
                db.insertInto(OWN_RULE).set(OWN_RULE.AGENCY_ID, cast.agency()).set(OWN_RULE.ID, Ids.next()).set(OWN_RULE.CODE, Played.rule(state, row.getField("subject")))
                        .set(OWN_RULE.SCOPE, "DISTRICT:" + cast.mesquite()).set(OWN_RULE.VALUE, new BigDecimal(row.getField("value")))
                        .set(OWN_RULE.UNIT, Played.unit(row.getField("subject"))).set(OWN_RULE.VALID_FROM, day).set(OWN_RULE.SOURCE, row.getField("why"))
                        .set(OWN_RULE.TO_CONFIRM, false).set(OWN_RULE.WORDS, row.getField("why")).set(OWN_RULE.SET_AT, clock.instant()).execute()));
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
