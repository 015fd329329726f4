package org.daywatch.journeys.year.lived;

import static org.daywatch_db.platform.Tables.EVENT_PUBLICATION;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.journeys.year.Script;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/**
 * Where a scripted year is lived: the running application with its clock, the schools and officers of the script by
 * their keys, and whoever else works at them.
 */
public final class Stage {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    public final ApplicationContext app;
    public final Script script;
    public final Story.Cast cast;
    public final ZoneId zone;
    public final Map<String, UUID> schools;
    public final Map<String, Actor> officers;
    public final Map<String, UUID> officerIds;
    private final Story story;
    private final TestClock clock;
    private final DSLContext db;
    private final Map<String, Campus> campuses = new HashMap<>();
    private final Map<String, Actor> people = new HashMap<>();

    /** @param schools, officers and officerIds by their keys in the script; they fill while people.csv is read */
    public Stage(ApplicationContext app, Script script, Story.Cast cast, ZoneId zone, Map<String, UUID> schools,
            Map<String, Actor> officers, Map<String, UUID> officerIds) {
        this.app = app;
        this.script = script;
        this.cast = cast;
        this.zone = zone;
        this.schools = schools;
        this.officers = officers;
        this.officerIds = officerIds;
        story = app.getBean(Story.class);
        clock = app.getBean(TestClock.class);
        db = app.getBean(DSLContext.class);
    }

    public <T> T the(Class<T> what) {
        return app.getBean(what);
    }

    /** In one transaction of the agency. */
    public void run(Runnable work) {
        story.run(cast.agency(), work);
    }

    public <R> R as(Supplier<R> work) {
        return story.as(cast.agency(), work);
    }

    public Campus campus(String school) {
        return campuses.computeIfAbsent(school,
                key -> as(() -> the(Campuses.class).find(schools.get(key)).orElseThrow()));
    }

    public Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    public void itIs(Instant moment) {
        clock.setTo(moment);
    }

    public Actor coordinator() {
        return actor(cast.coordinator(), "Robin Alder", cast.agency(), Role.COORDINATOR, null);
    }

    public Actor director() {
        return person("Marion Teague", Role.SAFETY_DIRECTOR, null);
    }

    public Actor principal(String school) {
        return person("Avery Stone", Role.PRINCIPAL, school);
    }

    public Actor office(String school) {
        return person("Dana Wells", Role.FRONT_OFFICE, school);
    }

    /**
     * Somebody of the district with an account of their own; the same one whenever they are asked for. @param school
     * null: of the whole district
     */
    public Actor person(String name, Role role, @org.jspecify.annotations.Nullable String school) {
        return people.computeIfAbsent(name + " at " + school, key -> {
            UUID place = school == null ? null : schools.get(school);
            String email = (name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "." + school + cast.suffix())
                    + "@story.example";
            UUID person = Tenancy.as(Scope.system(cast.agency()),
                    () -> the(Organizations.class).join(cast.mesquite(), email, name, role, place));
            return actor(person, name, cast.mesquite(), role, place);
        });
    }

    private static Actor actor(UUID person, String name, UUID organization, Role role,
            @org.jspecify.annotations.Nullable UUID school) {
        return new Actor(person, name, organization, "", role, role.defaults(), school, Capacity.NONE, Ids.next(),
                "en");
    }

    /** Whoever hears of what was told has heard it. */
    public void heard() {
        var p = EVENT_PUBLICATION;
        for (var told : List.of(cast.agency(), cast.mesquite()))
            until("somebody did not hear",
                    () -> story.as(told, () -> !db.fetchExists(p, p.COMPLETION_DATE.isNull())));
    }

    public void until(String otherwise, BooleanSupplier isSo) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > until) throw new AssertionError(otherwise);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
