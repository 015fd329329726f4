package org.daywatch.platform.exports.people;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.platform.web.forms.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking for a file about people, answering for somebody else's, and taking it once. Whoever asks for or takes two at
 * once waits for their turn in the audit.
 */
@Component
@Transactional
public class PeopleFiles {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 300;
    private static final int SHOWN_DAYS = 30;

    private final PeopleFileStore store;
    private final PeopleFileNotices notices;
    private final AuditLog audit;
    private final Forms forms;
    private final ObjectProvider<RowLimits> limits;
    private final HomeTime home;
    private final Clock clock;

    PeopleFiles(PeopleFileStore store, PeopleFileNotices notices, AuditLog audit, Forms forms,
            ObjectProvider<RowLimits> limits, HomeTime home, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.audit = audit;
        this.forms = forms;
        this.limits = limits;
        this.home = home;
        this.clock = clock;
    }

    /**
     * What somebody asks for. @param about whose people, in words. @param second a second person is asked though none
     * would have to be. @param form the same form twice is one question
     */
    public record Wish(@Nullable UUID school, String about, int rows, String reason, boolean second, UUID form) {}

    /** @param told how many others may answer; 0 where it waits for nobody, too. @param file as it was kept */
    public record Asked(PeopleFile file, int told) {}

    @Transactional(readOnly = true)
    public RowQuota quota(Actor actor) {
        var day = home.today();
        return new RowQuota(store.taken(actor.person(), day.atStartOfDay(home.zone()).toInstant()),
                store.taken(actor.person(), day.minusDays(6).atStartOfDay(home.zone()).toInstant()),
                limits.getObject().of(actor.role(), day));
    }

    /** One's own of the last 30 days, and those of others for whom one may answer. */
    @Transactional(readOnly = true)
    public List<PeopleFile> list(Actor actor) {
        boolean answers = actor.may(Permission.EXPORTS_APPROVE);
        return store.listSince(clock.instant().minus(java.time.Duration.ofDays(SHOWN_DAYS))).stream()
                .filter(f -> f.person().equals(actor.person()) || answers && f.second() && f.within(actor.school()))
                .toList();
    }

    /** @return empty where this form was sent before */
    public java.util.Optional<Asked> ask(Actor actor, Wish wish) {
        String reason = Typed.words("reason", wish.reason(), SHORTEST_REASON, LONGEST_REASON, "people.wrong.reason");
        if (wish.rows() == 0) throw new Refused(PeopleFileRefusal.PEOPLE_FILE_EMPTY);
        audit.takeTurn();
        var quota = quota(actor);
        boolean second = wish.second() || quota.needsSecond(wish.rows());
        if (!second) quota.check(wish.rows());
        if (!forms.first(wish.form())) return java.util.Optional.empty();
        var file = new PeopleFile(Ids.next(), actor.person(), actor.name(), wish.school(), wish.about(), wish.rows(),
                reason, second, clock.instant(), null, null);
        store.insert(file);
        audit.act("PeopleFileAsked", subject(file),
                Map.of("about", file.about(), "rows", file.rows(), "reason", reason, "second", second));
        return java.util.Optional.of(new Asked(file, second ? notices.asked(actor, file) : 0));
    }

    /** By somebody else than who asked, who holds the same schools or more. */
    public void answer(Actor by, UUID id, boolean yes) {
        var file = store.findForChange(id).filter(f -> f.within(by.school())).orElseThrow(() -> missing(id));
        file.refusesAnswer(by.person(), clock.instant()).ifPresent(code -> {
            throw new Refused(code);
        });
        if (!store.answer(id, yes, by, clock.instant())) throw new Refused(PeopleFileRefusal.PEOPLE_FILE_ANSWERED);
        audit.act(yes ? "PeopleFileAllowed" : "PeopleFileDeclined", subject(file),
                Map.of("person", file.person(), "rows", file.rows()));
        notices.answered(file, by, yes);
    }

    @Transactional(readOnly = true)
    public PeopleFile own(Actor actor, UUID id) {
        return store.find(id).filter(f -> f.person().equals(actor.person())).orElseThrow(() -> missing(id));
    }

    /** Whoever's it is, for whoever traces one. */
    @Transactional(readOnly = true)
    public PeopleFile of(UUID id) {
        return store.find(id).orElseThrow(() -> missing(id));
    }

    /** @param found how many rows it has now */
    public void take(Actor actor, UUID id, int found) {
        audit.takeTurn();
        var file = store.findForChange(id).filter(f -> f.person().equals(actor.person()))
                .orElseThrow(() -> missing(id));
        file.refusesDownload(found, clock.instant()).ifPresent(code -> {
            throw new Refused(code, Map.of("rows", file.rows(), "found", found));
        });
        if (!file.second()) quota(actor).check(file.rows());
        if (!store.take(id, clock.instant())) throw new Refused(PeopleFileRefusal.PEOPLE_FILE_TAKEN);
        audit.act("PeopleFileTaken", subject(file), Map.of("about", file.about(), "rows", found));
    }

    private static String subject(PeopleFile file) {
        return "people file " + file.id();
    }

    private static NotFound missing(UUID id) {
        return new NotFound("people file " + id);
    }
}
