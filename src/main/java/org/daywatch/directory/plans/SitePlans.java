package org.daywatch.directory.plans;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DirectoryEvent.SitePlanAdded;
import org.daywatch.directory.DirectoryEvent.SitePlanOpened;
import org.daywatch.directory.DirectoryEvent.SitePlanRemoved;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.directory.plans.SitePlan.Mark;
import org.daywatch.directory.plans.SitePlan.Opening;
import org.daywatch.directory.plans.SitePlan.Picture;
import org.daywatch.directory.plans.SitePlan.Sheet;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans as stored. The district is bound; whoever opens one for another organization (an incident) works on its behalf.
 */
@Component
@Transactional
public class SitePlans {

    public static final Duration OPEN_FOR = Duration.ofMinutes(15);
    private static final int SHORTEST_PURPOSE = 5;
    private final SitePlanStore store;
    private final Notifications notifications;
    private final Texts texts;
    private final AuditLog audit;
    private final Facts facts;
    private final Clock clock;

    SitePlans(SitePlanStore store, Notifications notifications, Texts texts, AuditLog audit, Facts facts, Clock clock) {
        this.store = store;
        this.notifications = notifications;
        this.texts = texts;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    public UUID add(UUID person, Campus school, String name, byte[] image) {
        if (name.strip().length() < 2 || name.strip().length() > 80)
            throw new InvalidInput("name", name, "siteplans.error.name");
        var id = store.insert(school, name.strip(), PlanPicture.of(image), person, clock.instant());
        facts.tell(new SitePlanAdded(school.districtId(), id, clock.instant(), school.id(), name.strip()));
        return id;
    }

    /** The picture goes at once; that there was a plan, and who opened it, stays. */
    public void remove(Campus school, UUID id) {
        var plan = store.get(school.id(), id);
        store.removed(id, clock.instant());
        facts.tell(new SitePlanRemoved(school.districtId(), id, clock.instant(), school.id(), plan.name()));
    }

    /**
     * Opens the seal for a quarter of an hour; the owner is told at once: the district's safety director, or the
     * school's principal where there is none.
     *
     * @param by the name shown: a member of staff, or a responder with their unit
     * @param person null for somebody without an account
     * @param purpose why, in at least five letters
     */
    public Opening open(UUID district, UUID school, UUID plan, @Nullable UUID person, String by, String purpose) {
        return open(district, school, plan, person, by, purpose, clock.instant().plus(OPEN_FOR));
    }

    Opening open(UUID district, UUID school, UUID plan, @Nullable UUID person, String by, String purpose,
            Instant until) {
        if (purpose.strip().length() < SHORTEST_PURPOSE)
            throw new InvalidInput("purpose", purpose, "siteplans.error.purpose");
        var sealed = store.get(school, plan);
        var now = clock.instant();
        var opening = new Opening(Ids.next(), plan, by, purpose.strip(), now, until);
        store.insert(district, opening, person, null);
        tell(district, sealed, opening);
        return opening;
    }

    /**
     * What the holder of a link is shown, until the link ends. The owner is told when a link shows a plan for the first
     * time, and not again when its page is loaded again; of further devices they hear by {@link #openedByMore}.
     */
    public List<Sheet> openByLink(UUID district, UUID school, UUID link, String by, String purpose, Instant until) {
        var now = clock.instant();
        for (var plan : store.ofSchool(school)) {
            var opening = new Opening(Ids.next(), plan.id(), by, purpose, now, until);
            if (store.insert(district, opening, null, link)) tell(district, plan, opening);
        }
        return store.ofSchool(school).stream()
                .map(plan -> new Sheet(plan, store.byLink(plan.id(), link), store.marks(plan.id()))).toList();
    }

    @Transactional(readOnly = true)
    public Picture pictureByLink(UUID school, UUID plan, UUID link) {
        store.get(school, plan);
        if (!clock.instant().isBefore(store.byLink(plan, link).endsAt()))
            throw new Refused(DirectoryRefusal.PLAN_SEALED);
        return store.pictureOf(plan);
    }

    private void tell(UUID district, SitePlan plan, Opening o) {
        facts.tell(new SitePlanOpened(district, plan.id(), o.openedAt(), plan.schoolId(), plan.name(), o.by(),
                o.purpose()));
        tell(district, plan.schoolId(), page(plan), language -> new Notice.Words(
                texts.of(language, "siteplans.notice.subject", plan.name()),
                texts.of(language, "siteplans.notice.body", plan.name(), o.by(), o.purpose())));
    }

    /**
     * The holders of one link opened the plans on more devices than the one their owner was told of when it first
     * showed them.
     */
    public void openedByMore(UUID district, UUID school, String by, String purpose, int devices) {
        var shown = store.ofSchool(school);
        if (shown.isEmpty()) return;
        String names = String.join(", ", shown.stream().map(SitePlan::name).toList());
        tell(district, school, shown.size() == 1 ? page(shown.getFirst()) : "/plans?school=" + school,
                language -> new Notice.Words(
                        texts.of(language, "siteplans.notice.more.subject", devices, names),
                        texts.of(language, "siteplans.notice.more.body", devices, names, by, purpose)));
    }

    private static String page(SitePlan plan) {
        return "/schools/" + plan.schoolId() + "/plans/" + plan.id();
    }

    private void tell(UUID district, UUID school, String page, Notice.InLanguage words) {
        var notice = Notice.of("SITE_PLAN_OPENED", page, words).asUrgent();
        int told = notifications.tell(notice, Audience.holders(district, Role.SAFETY_DIRECTOR));
        if (told == 0) notifications.tell(notice, new Audience.Holders(district, Role.PRINCIPAL, school)); // a small district has no director
    }

    /** @param person whose opening it is; null: of somebody without an account. @throws Refused once it has ended */
    @Transactional(readOnly = true)
    public Sheet sheet(UUID school, UUID plan, UUID opening, @Nullable UUID person) {
        return new Sheet(store.get(school, plan), open(plan, opening, person), store.marks(plan));
    }

    @Transactional(readOnly = true)
    public Picture picture(UUID school, UUID plan, UUID opening, @Nullable UUID person) {
        store.get(school, plan);
        open(plan, opening, person);
        return store.pictureOf(plan);
    }

    private Opening open(UUID plan, UUID opening, @Nullable UUID person) {
        var found = store.opening(plan, opening, person).orElseThrow(() -> new NotFound("opening " + opening));
        if (!clock.instant().isBefore(found.endsAt())) throw new Refused(DirectoryRefusal.PLAN_SEALED);
        return found;
    }

    public void place(Campus school, UUID plan, Mark mark) {
        store.get(school.id(), plan);
        if (mark.label().isBlank() || mark.label().length() > 80)
            throw new InvalidInput("label", mark.label(), "siteplans.error.label");
        if (mark.across() < 0 || mark.across() > 100)
            throw new InvalidInput("across", String.valueOf(mark.across()), "siteplans.error.percent");
        if (mark.down() < 0 || mark.down() > 100)
            throw new InvalidInput("down", String.valueOf(mark.down()), "siteplans.error.percent");
        store.put(school.districtId(), plan, mark);
        audit.act("PlanMarkPlaced", "site plan " + plan, Map.of("kind", mark.kind()));
    }

    public void takeOff(Campus school, UUID plan, UUID mark) {
        store.get(school.id(), plan);
        if (!store.delete(plan, mark)) throw new NotFound("mark " + mark);
        audit.act("PlanMarkRemoved", "site plan " + plan, Map.of());
    }
}
