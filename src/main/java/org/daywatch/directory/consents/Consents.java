package org.daywatch.directory.consents;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DirectoryEvent.ConsentAsked;
import org.daywatch.directory.DirectoryEvent.ConsentDeclined;
import org.daywatch.directory.DirectoryEvent.ConsentGiven;
import org.daywatch.directory.DirectoryEvent.ConsentWithdrawn;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.consents.Consent.Giver;
import org.daywatch.directory.consents.Consent.How;
import org.daywatch.directory.consents.Consent.Matter;
import org.daywatch.directory.consents.Consent.State;
import org.daywatch.directory.consents.ConsentMatters.Asking;
import org.daywatch.directory.guardians.Guardians;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.access.CaseReader.Custody;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.LinkToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Consents asked for, answered and withdrawn. The district is bound. */
@Component
@Transactional
public class Consents {

    private final ConsentStore store;
    private final Guardians guardians;
    private final ClassRosters rosters;
    private final Campuses campuses;
    private final ProgramRules rules;
    private final Facts facts;
    private final Clock clock;

    Consents(ConsentStore store, Guardians guardians, ClassRosters rosters, Campuses campuses, ProgramRules rules,
            Facts facts, Clock clock) {
        this.store = store;
        this.guardians = guardians;
        this.rosters = rosters;
        this.campuses = campuses;
        this.rules = rules;
        this.facts = facts;
        this.clock = clock;
    }

    /** Whether it may be done, at this moment. Nobody was asked: all whose yes is needed are missing. */
    @Transactional(readOnly = true)
    public ConsentAnswer of(UUID about) {
        return of(store.about(about));
    }

    @Transactional(readOnly = true)
    public List<Consent> list(UUID about) {
        return store.about(about);
    }

    /** Of this matter, whoever asked for it. */
    @Transactional(readOnly = true)
    public Optional<Consent> find(UUID about, UUID id) {
        return store.about(about).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Transactional(readOnly = true)
    public Optional<Consent> find(LinkToken link) {
        return store.byLink(link.hash());
    }

    /** Who was asked has a new link in place of the one before. */
    public record Link(Consent consent, LinkToken token) {}

    /**
     * @param guardian null: the student. Whoever was asked and has not answered is not asked twice: they get a new link
     * @throws Refused where the adult has no custody on this day
     */
    public Link ask(Actor actor, Asking of, @Nullable UUID guardian, String language) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, of.school().zone());
        var custody = guardians.custody(of.student(), today);
        if (guardian != null && !decides(custody.getOrDefault(guardian, Custody.UNKNOWN)))
            throw new Refused(DirectoryRefusal.CONSENT_WITHOUT_CUSTODY);
        var link = LinkToken.next(of.school().districtId());
        var open = store.lock(of.about()).stream().filter(one -> one.state() instanceof State.Asked)
                .filter(one -> java.util.Objects.equals(one.guardian(), guardian)).findFirst();
        if (open.isPresent()) {
            store.relink(open.get().id(), link.hash(), language);
            return new Link(open.get().in(language), link);
        }
        int days = rules.book().get("CONSENT_DAYS", today, RuleBook.state(of.school().state())).number();
        var asked = new Consent(Ids.next(), of.school().districtId(), of.school().id(), of.student(), of.matter(),
                of.about(), guardian, language, now, today.plusDays(days), new State.Asked());
        store.insert(asked, link.hash(), actor.person());
        facts.tell(new ConsentAsked(asked.district(), asked.id(), now, asked.about(), asked.matter().name()));
        return new Link(asked, link);
    }

    /**
     * @param by who of the school writes it down; null: they answer it themselves, by their link
     * @throws Refused where it was answered otherwise, is over, or comes from an adult without custody on this day
     */
    public void answer(Consent asked, boolean yes, How how, @Nullable UUID by) {
        var now = clock.instant();
        var one = locked(asked);
        var today = LocalDate.ofInstant(now, campus(one).zone());
        var custody = one.guardian() == null
                ? Custody.UNKNOWN
                : guardians.custody(one.student(), today).getOrDefault(one.guardian(), Custody.UNKNOWN);
        var next = one.answer(yes, how, custody, now, today).orThrow().state();
        if (next.equals(one)) return;
        store.save(next, by);
        stand(next, now);
        facts.tell(yes
                ? new ConsentGiven(one.district(), one.id(), now, one.about(), one.matter().name())
                : new ConsentDeclined(one.district(), one.id(), now, one.about(), one.matter().name()));
    }

    /** Whether whoever was asked has custody today; a student needs none. What was answered already is no question. */
    @Transactional(readOnly = true)
    public boolean mayAnswer(Consent asked) {
        if (asked.guardian() == null || !(asked.state() instanceof State.Asked)) return true;
        var today = LocalDate.ofInstant(clock.instant(), campus(asked).zone());
        return decides(guardians.custody(asked.student(), today).getOrDefault(asked.guardian(), Custody.UNKNOWN));
    }

    /** From this moment on nothing is written that rests on it. */
    public void withdraw(Consent given, How how, @Nullable UUID by) {
        var now = clock.instant();
        var one = locked(given);
        var next = one.withdraw(how, now).orThrow().state();
        if (next.equals(one)) return;
        store.save(next, by);
        stand(next, now);
        facts.tell(next.state() instanceof State.Withdrawn
                ? new ConsentWithdrawn(one.district(), one.id(), now, one.about(), one.matter().name())
                : new ConsentDeclined(one.district(), one.id(), now, one.about(), one.matter().name()));
    }

    /** Custody of a student has changed, or a day has passed: what was said may count no longer, or count again. */
    public void weighAnew(UUID student) {
        for (UUID about : store.mattersOf(student)) {
            var all = store.lock(about);
            if (!all.isEmpty()) store.stand(all.getFirst(), of(all), clock.instant());
        }
    }

    /** Whose yes is needed for it at this school today. */
    @Transactional(readOnly = true)
    Set<Giver> needed(Matter matter, Campus school, UUID student) {
        if (matter != Matter.COUNSELING) return EnumSet.allOf(Giver.class);
        var today = LocalDate.ofInstant(clock.instant(), school.zone());
        int from = rules.book().get("COUNSELING_ALONE_GRADE", today, RuleBook.state(school.state())).number();
        boolean alone = from > 0 && rosters.grades(List.of(student)).getOrDefault(student, Set.of()).stream()
                .anyMatch(grade -> grade.matches("\\d{1,2}") && Integer.parseInt(grade) >= from);
        return alone ? EnumSet.of(Giver.STUDENT) : EnumSet.allOf(Giver.class);
    }

    private ConsentAnswer of(List<Consent> all) {
        if (all.isEmpty()) return new ConsentAnswer.Missing(EnumSet.allOf(Giver.class));
        var one = all.getFirst();
        var school = campus(one);
        var today = LocalDate.ofInstant(clock.instant(), school.zone());
        return ConsentRule.of(all, needed(one.matter(), school, one.student()),
                guardians.custody(one.student(), today), today);
    }

    private void stand(Consent changed, Instant now) {
        store.stand(changed, of(store.about(changed.about())), now);
    }

    private Consent locked(Consent one) {
        return store.lock(one.about()).stream().filter(c -> c.id().equals(one.id())).findFirst()
                .orElseThrow(() -> new NotFound("consent " + one.id()));
    }

    private Campus campus(Consent one) {
        return campuses.find(one.school()).orElseThrow(() -> new NotFound("school " + one.school()));
    }

    private static boolean decides(Custody custody) {
        return custody == Custody.FULL || custody == Custody.SHARED;
    }
}
