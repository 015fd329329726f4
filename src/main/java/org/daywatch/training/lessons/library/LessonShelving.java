package org.daywatch.training.lessons.library;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.file.LessonReader;
import org.daywatch.training.lessons.file.LessonTwins;
import org.daywatch.training.lessons.library.OwnLessonStore.Own;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds a lesson's file to the library, retires a lesson and brings it back. An agency does so for all it serves, a
 * district for itself.
 */
@Component
public class LessonShelving {

    private final OwnLessonStore store;
    private final LessonLibrary library;
    private final TransactionTemplate transaction;
    private final Forms forms;
    private final AuditLog audit;
    private final Clock clock;

    LessonShelving(OwnLessonStore store, LessonLibrary library, TransactionTemplate transaction, Forms forms,
            AuditLog audit, Clock clock) {
        this.store = store;
        this.library = library;
        this.transaction = transaction;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws InvalidInput that names every fault of the file, or why the library does not take it as it is */
    public Lesson add(Actor actor, byte[] file, UUID formId) {
        var lesson = LessonReader.read(file);
        if (ShippedLessons.ALL.stream().anyMatch(s -> s.code().equals(lesson.code())))
            throw new InvalidInput("$.code", lesson.code(), "lessons.wrong.shipped");
        inAgency(actor, agency -> {
            if (!forms.first(formId)) return;
            var before = store.find(agency, lesson.code());
            before.ifPresentOrElse(own -> refuseWhatDoesNotFollow(actor, own, lesson),
                    () -> store.addLesson(agency, lesson.code(), district(actor)));
            store.addEdition(agency, lesson, new String(file, StandardCharsets.UTF_8), clock.instant(), actor.name());
            audit.act("LessonAdded", "lesson " + lesson.code(),
                    Map.of("edition", lesson.edition(), "language", lesson.language()));
        });
        return lesson;
    }

    private static void refuseWhatDoesNotFollow(Actor actor, Own own, Lesson lesson) {
        if (!mine(actor, own)) throw new InvalidInput("$.code", lesson.code(), "lessons.wrong.taken");
        int newest = own.editions().getFirst().edition();
        String edition = "" + lesson.edition();
        if (own.editions().stream()
                .anyMatch(l -> l.edition() == lesson.edition() && l.language().equals(lesson.language())))
            throw new InvalidInput("$.edition", edition, "lessons.wrong.there");
        if (lesson.edition() != newest && lesson.edition() != newest + 1)
            throw new InvalidInput("$.edition", edition, "lessons.wrong.edition");
        own.editions().stream().filter(l -> l.edition() == lesson.edition()).findFirst()
                .map(other -> LessonTwins.faults(other, lesson)).filter(faults -> !faults.isEmpty())
                .ifPresent(faults -> {
                    throw new InvalidInput(faults);
                });
    }

    /** Nobody plans it any more; what was taught of it stays readable. */
    public void retire(Actor actor, String code, boolean away) {
        inAgency(actor, agency -> {
            var own = store.find(agency, code).filter(o -> mine(actor, o))
                    .orElseThrow(() -> new NotFound("own lesson " + code));
            if (own.retired() == away) return;
            store.retire(agency, code, away ? clock.instant() : null, away ? actor.name() : null);
            audit.act(away ? "LessonRetired" : "LessonBroughtBack", "lesson " + code, Map.of());
        });
    }

    /** Whether it is their organization's own, to be changed and retired. */
    public boolean mayChange(Actor actor, String code) {
        return store.find(library.agency(), code).map(own -> mine(actor, own)).orElse(false);
    }

    /** The file as it was shipped or uploaded. */
    public String file(String code, int edition, String language) {
        return ShippedLessons.FILES.stream()
                .filter(s -> s.lesson().code().equals(code) && s.lesson().edition() == edition
                        && s.lesson().language().equals(language))
                .findFirst()
                .map(ShippedLessons.Shipped::file).or(() -> store.file(library.agency(), code, edition, language))
                .orElseThrow(() -> new NotFound("lesson " + code));
    }

    private static boolean mine(Actor actor, Own own) {
        return java.util.Objects.equals(own.districtId(), district(actor));
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
