package org.daywatch.training.courses.library;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.training.courses.Course;
import org.daywatch.training.courses.file.CourseFile;
import org.daywatch.training.courses.file.CourseReader;
import org.daywatch.training.courses.file.CourseRules;
import org.daywatch.training.lessons.Lessons;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds a course's file to the library, retires a course and brings it back. An agency does so for all it serves, a
 * district for itself.
 */
@Component
public class CourseShelving {

    private final OwnCourseStore store;
    private final CourseLibrary library;
    private final Lessons lessons;
    private final TransactionTemplate transaction;
    private final Forms forms;
    private final AuditLog audit;
    private final Clock clock;

    CourseShelving(OwnCourseStore store, CourseLibrary library, Lessons lessons, TransactionTemplate transaction,
            Forms forms, AuditLog audit, Clock clock) {
        this.store = store;
        this.library = library;
        this.lessons = lessons;
        this.transaction = transaction;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param mine whether it is the organization's own, to be changed and retired. @param newest whichever language the
     * reader has it in
     */
    public record Shelved(OwnCourse course, CourseFile newest, boolean mine) {}

    /** What the actor's organization has, retired ones last. */
    public List<Shelved> list(Actor actor, String language) {
        return store.list(library.agency(), Tenancy.tenant()).stream()
                .flatMap(o -> o.newest(language).stream().map(f -> new Shelved(o, f, mine(actor, o))))
                .sorted(java.util.Comparator.comparing((Shelved s) -> s.course().retired())
                        .thenComparing(s -> s.newest().title()))
                .toList();
    }

    /** @throws InvalidInput that names every fault of the file, or why the library does not take it as it is */
    public CourseFile add(Actor actor, byte[] file, UUID formId) {
        var course = CourseReader.read(file);
        if (ShippedCourses.files().stream().anyMatch(s -> s.code().equals(course.code())))
            throw new InvalidInput("$.code", course.code(), "courses.own.wrong.shipped");
        refuse(CourseRules.sheets(course, lessons));
        inAgency(actor, agency -> {
            if (!forms.first(formId)) return;
            var before = store.find(agency, course.code());
            before.ifPresentOrElse(own -> refuseWhatDoesNotFollow(actor, own, course),
                    () -> store.addCourse(agency, course.code(), district(actor)));
            store.addEdition(agency, course, new String(file, StandardCharsets.UTF_8), clock.instant(), actor.name());
            audit.act("CourseAdded", "course " + course.code(),
                    Map.of("edition", course.edition(), "language", course.language()));
        });
        return course;
    }

    private static void refuseWhatDoesNotFollow(Actor actor, OwnCourse own, CourseFile course) {
        if (!mine(actor, own)) throw new InvalidInput("$.code", course.code(), "courses.own.wrong.taken");
        int newest = own.editions().getFirst().edition();
        String edition = "" + course.edition();
        if (own.holds(course)) throw new InvalidInput("$.edition", edition, "courses.own.wrong.there");
        if (course.edition() != newest && course.edition() != newest + 1)
            throw new InvalidInput("$.edition", edition, "courses.own.wrong.edition");
        if (own.editions().getFirst().audience() != course.audience())
            throw new InvalidInput("$.audience", course.audience().name(), "courses.own.wrong.audience");
        own.editions().stream().filter(c -> c.edition() == course.edition()).findFirst()
                .ifPresent(other -> refuse(CourseRules.twins(other, course)));
    }

    private static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) throw new InvalidInput(faults);
    }

    /** Nobody has to take it any more; that somebody completed it stays readable. */
    public void retire(Actor actor, String code, boolean away) {
        inAgency(actor, agency -> {
            var own = store.find(agency, code).filter(o -> mine(actor, o))
                    .orElseThrow(() -> new NotFound("own course " + code));
            if (own.retired() == away) return;
            store.retire(agency, code, away ? clock.instant() : null, away ? actor.name() : null);
            audit.act(away ? "CourseRetired" : "CourseBroughtBack", "course " + code, Map.of());
        });
    }

    /** @throws NotFound for whoever it is not there */
    public Shelved get(Actor actor, String code, String language) {
        return list(actor, language).stream().filter(s -> s.course().code().equals(code)).findFirst()
                .orElseThrow(() -> new NotFound("own course " + code));
    }

    /** One edition, as its readers see it. */
    public Course edition(Actor actor, String code, int edition, String language) {
        return get(actor, code, language).course().editions().stream()
                .filter(f -> f.edition() == edition && f.language().equals(language)).findFirst()
                .map(f -> f.course(lessons))
                .orElseThrow(() -> new NotFound("edition " + edition + " of course " + code));
    }

    /** The file as it was uploaded. */
    public String file(Actor actor, String code, int edition, String language) {
        return store.file(library.agency(), get(actor, code, language).course().code(), edition, language)
                .orElseThrow(() -> new NotFound("edition " + edition + " of course " + code));
    }

    private static boolean mine(Actor actor, OwnCourse own) {
        return Objects.equals(own.districtId(), district(actor));
    }

    private static @Nullable UUID district(Actor actor) {
        return actor.role().organizationKind().equals("DISTRICT") ? actor.tenant() : null;
    }

    private interface Work {
        void in(UUID agency);
    }

    private void inAgency(Actor actor, Work work) {
        UUID agency = library.agency();
        Tenancy.run(new Scope(agency, actor.person()), () -> transaction.executeWithoutResult(t -> work.in(agency)));
    }
}
