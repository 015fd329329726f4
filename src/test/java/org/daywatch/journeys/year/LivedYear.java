package org.daywatch.journeys.year;

import static org.daywatch_db.transparency.Tables.WEEKLY_LOG;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.ActivityLog;
import org.daywatch.transparency.activitylog.weeks.WeeklyLogs;
import org.daywatch.journeys.year.lived.Agreements;
import org.daywatch.journeys.year.lived.Day;
import org.daywatch.journeys.year.lived.Drills;
import org.daywatch.journeys.year.lived.Lessons;
import org.daywatch.journeys.year.lived.Meetings;
import org.daywatch.journeys.year.lived.Programs;
import org.daywatch.journeys.year.lived.Shifts;
import org.daywatch.journeys.year.lived.Stage;
import org.daywatch.journeys.year.lived.Sweeps;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/**
 * A scripted year lived day by day in the running application, with its clock moved from hour to hour: the calendar and
 * bells are taken in, posts, drills and lessons are planned before the year, and whatever happens on a day is done with
 * the commands people do it with. In the evening logs are signed.
 */
final class LivedYear {

    private static final Instant SET_UP = Instant.parse("2026-06-15T15:00:00Z");
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    /** What no room tells: it is tapped in the evening. */
    private static final Map<String, ActivityKind> TAPPED = Map.of("UNIVERSAL", ActivityKind.LESSON_UNIVERSAL,
            "IMPROPER", ActivityKind.IMPROPER_LUNCH_DUTY);

    /** Lived at its hour; what follows from it is waited for when somebody asks for it. */
    private static final Set<String> BY_DAY = Set.of("SHIFT", "AWAY", "FORGOT", "TAKEN_BACK", "COHORT", "PREPARATION",
            "SWEEP", "DRILL", "MEETING");

    final Script script;
    final String state;
    final Map<String, UUID> schools = new LinkedHashMap<>();
    final Map<String, Actor> officers = new LinkedHashMap<>();
    final Map<String, UUID> officerIds = new LinkedHashMap<>();
    final Map<String, UUID> posts = new LinkedHashMap<>();
    final Story.Cast cast;
    final LivedActs acts;
    private final ApplicationContext app;
    private final Story story;
    private final TestClock clock;
    private final ZoneId zone;
    private final Stage stage;
    private final Programs programs;
    private final Agreements agreements;
    private final Meetings meetings;
    private final Sweeps sweeps;
    private final Drills drills;
    private final Shifts shifts;
    private final Lessons lessons;

    LivedYear(ApplicationContext app, Script script) {
        this.app = app;
        this.script = script;
        story = app.getBean(Story.class);
        clock = app.getBean(TestClock.class);
        cast = story.cast();
        var first = script.rows("people.csv").getFirst().getField("detail").split(" ");
        state = first[0];
        zone = ZoneId.of(first[1]);
        stage = new Stage(app, script, cast, zone, schools, officers, officerIds);
        acts = new LivedActs(stage);
        programs = new Programs(stage);
        agreements = new Agreements(stage);
        meetings = new Meetings(stage);
        sweeps = new Sweeps(stage);
        drills = new Drills(stage);
        shifts = new Shifts(stage);
        lessons = new Lessons(stage);
        clock.setTo(SET_UP);
        script.rows("people.csv").forEach(row -> {
            switch (row.getField("what")) {
                case "SCHOOL" -> school(row.getField("key"), row.getField("name"), row.getField("detail").split(" "));
                case "OFFICER" -> officer(row.getField("key"), row.getField("name"),
                        LocalDate.parse(row.getField("from")), row.getField("detail"));
                case "POST" -> post(row.getField("key"), List.of(row.getField("detail").split(" ")),
                        List.of(row.getField("school").split(" ")), LocalDate.parse(row.getField("from")));
                default -> throw new IllegalArgumentException(row.toString());
            }
        });
        Tenancy.as(Scope.system(cast.agency()), () -> app.getBean(FileImports.class).take(ImportKind.CALENDAR,
                new ImportFile(script.folder().resolve("calendar.ics"), "calendar.ics", cast.mesquite())));
        bells();
        shifts.take();
        meetings.found();
        sweeps.enterDoors();
        drills.planTheYear();
        lessons.planTheYear();
    }

    /** What lies before the first day, such as an audit or a certificate of years ago, is recorded on it. */
    void before(LocalDate first) {
        clock.setTo(stage.at(first, EVENING));
        script.facts().stream()
                .filter(f -> f.day().isBefore(first) && Set.of("AUDIT", "CERTIFICATE").contains(f.what()))
                .forEach(f -> acts.act(f, clock.instant()));
    }

    /**
     * Everything up to the evening of a day that has not been lived yet.
     *
     * @param looks at the moments asked for, after whatever happened until then
     */
    void until(LocalDate from, LocalDate to, Collection<Instant> moments, Consumer<Instant> looks) {
        from.datesUntil(to.plusDays(1)).forEach(day -> live(day, moments, looks));
        stage.heard();
    }

    private void live(LocalDate date, Collection<Instant> moments, Consumer<Instant> looks) {
        var today = script.facts().stream().filter(f -> f.day().equals(date)).toList();
        var day = new Day();
        shifts.plan(day, today);
        sweeps.plan(day, today);
        drills.plan(day, today);
        meetings.plan(day, date);
        lessons.plan(day, today);
        var during = today.stream().filter(f -> LivedActs.OF_AN_INSTANT.contains(f.what()))
                .collect(Collectors.groupingBy(LivedActs::instant));
        Stream.concat(during.keySet().stream(), moments.stream().filter(m -> m.atZone(zone).toLocalDate().equals(date)))
                .distinct().forEach(moment -> day.atOnce(moment, () -> {
                    during.getOrDefault(moment, List.of()).forEach(f -> acts.act(f, moment));
                    acts.remind();
                    if (moments.contains(moment)) looks.accept(moment);
                }));
        day.live(stage);
        clock.setTo(stage.at(date, EVENING));
        changeRules(date);
        var evening = today.stream().filter(f -> !BY_DAY.contains(f.what())).toList();
        if (!evening.isEmpty()) stage.heard();
        acts.remind();
        if (!evening.isEmpty()) evening(evening);
    }

    /** What is only known to have happened that day, and last of all the signatures. */
    private void evening(List<Script.Fact> today) {
        today.stream().filter(f -> TAPPED.containsKey(f.what()) && !Lessons.isLesson(f)).forEach(this::tap);
        for (var fact : today) {
            switch (fact.what()) {
                case "AGREEMENT_AGENCY", "AGREEMENT_DISTRICT" -> agreements.signed(fact);
                case "PAPERS_WITHDRAWN" -> shifts.papersWithdrawn(fact);
                case "AUDIT", "NOTICE", "REPORT", "EXCEPTION", "VISIT", "COVERAGE", "CERTIFICATE" ->
                    acts.act(fact, clock.instant());
                default -> { /* lived already, or signed now */ }
            }
        }
        stage.heard();
        stage.run(() -> {
            today.stream().filter(f -> f.what().equals("SIGNED_OFFICER"))
                    .forEach(f -> log(f, id -> app.getBean(WeeklyLogs.class).sign(officers.get(f.officer()), id)));
            today.stream().filter(f -> f.what().equals("SIGNED_ADMIN"))
                    .forEach(f -> log(f, id -> app.getBean(WeeklyLogs.class).lock(stage.principal(f.school()), id)));
        });
    }

    private void tap(Script.Fact fact) {
        var kind = TAPPED.get(fact.what());
        var from = stage.at(fact.day(), LocalTime.of(13, 0));
        var id = Ids.next();
        var details = new Activity.Details(24, fact.detail(), null, null, null, "");
        var activity = new Activity(cast.mesquite(), schools.get(fact.school()), officerIds.get(fact.officer()),
                fact.day(), from, from.plus(Duration.ofMinutes(fact.minutes())),
                fact.minutes(), kind, kind.subject(), "", details, Activity.Source.TYPED, "", "");
        stage.run(() -> app.getBean(ActivityLog.class).write(officers.get(fact.officer()), id, activity,
                clock.instant(), ""));
        if (fact.detail().equals("withdrawn")) {
            stage.run(() -> app.getBean(ActivityLog.class).withdraw(officers.get(fact.officer()),
                    officerIds.get(fact.officer()), id, "entered twice"));
        }
    }

    private void log(Script.Fact fact, Consumer<UUID> sign) {
        app.getBean(DSLContext.class).select(WEEKLY_LOG.ID).from(WEEKLY_LOG)
                .where(WEEKLY_LOG.OFFICER_ID.eq(officerIds.get(fact.officer())))
                .and(WEEKLY_LOG.SCHOOL_ID.eq(schools.get(fact.school())))
                .and(WEEKLY_LOG.WEEK.eq(LocalDate.parse(fact.detail()))).fetchOptional(WEEKLY_LOG.ID).ifPresent(sign);
    }

    private void school(String key, String name, String[] detail) {
        schools.put(key,
                story.as(cast.agency(),
                        () -> app.getBean(Schools.class)
                                .add(new Schools.NewSchool(cast.mesquite(), name, SchoolLevel.valueOf(detail[2]), "",
                                        "", 600,
                                        "1 School Way", "Mesquite Flat", detail[0], "85001", "480 555 0100", zone))));
    }

    private void officer(String key, String name, LocalDate start, String role) {
        String email = key + cast.suffix() + "@story.example";
        UUID person = Tenancy.as(Scope.system(cast.agency()),
                () -> app.getBean(Organizations.class).join(cast.agency(), email, name, Role.OFFICER, null));
        officerIds.put(key,
                story.as(cast.agency(),
                        () -> app.getBean(OfficerCommands.class)
                                .add(new Officer.Details(cast.department(), name, email, "602-555-0100", key,
                                        Officer.Rank.OFFICER, LocalDate.of(2012, 4, 1), "AZ-" + key, List.of("en"),
                                        "85004", Set.of(role), start, Officer.State.ACTIVE))));
        officers.put(key, new Actor(person, name, cast.agency(), "Cooperative", Role.OFFICER, Role.OFFICER.defaults(),
                null, Capacity.NONE, new UUID(1, 2), "en"));
    }

    private void post(String key, List<String> detail, List<String> at, LocalDate from) {
        if (!state.equals("AZ") || script.facts().stream().noneMatch(f -> f.post().equals(key))) return; // the other two bind every school, whoever pays
        posts.put(key, programs.fund(key, detail, at, from));
    }

    private void bells() {
        for (var row : script.rows("bells.csv")) {
            var scope = new CalendarScope(cast.mesquite(), schools.get(row.getField("school")), null);
            story.run(cast.agency(),
                    () -> app.getBean(Bells.class)
                            .apply(new Bells.BellChange(scope, DayKind.valueOf(row.getField("kind")),
                                    LocalTime.parse(row.getField("first")),
                                    LocalTime.parse(row.getField("last")), script.firstDay())));
        }
    }

    /** A number the year sets for its district, entered on the day from which it holds. */
    private void changeRules(LocalDate day) {
        script.rows("rules.csv").stream().filter(r -> LocalDate.parse(r.getField("from")).equals(day))
                .forEach(row -> programs.set(state, Played.rule(state, row.getField("subject")), row));
    }
}
