package org.daywatch.planning.improvements;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.planning.PlanningEvent;
import org.daywatch.planning.improvements.Improvement.Source;
import org.daywatch.planning.improvements.Improvement.State;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.daywatch.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One transaction per act: load, decide, save, tell. */
@Component
@Transactional
public class ImprovementCommands {

    private final ImprovementStore improvements;
    private final Facts facts;
    private final Forms forms;
    private final Notifications notifications;
    private final Texts texts;
    private final Live live;
    private final Clock clock;

    ImprovementCommands(ImprovementStore improvements, Facts facts, Forms forms, Notifications notifications,
            Texts texts, Live live, Clock clock) {
        this.improvements = improvements;
        this.facts = facts;
        this.forms = forms;
        this.notifications = notifications;
        this.texts = texts;
        this.live = live;
        this.clock = clock;
    }

    /** @param ownerPerson where the owner has an account */
    public record Wish(Source source, @Nullable UUID sourceId, String capability, String issue, String action,
            String owner, @Nullable UUID ownerPerson, LocalDate due) {}

    /** @return its id; empty where the same form came a second time */
    public Optional<UUID> agree(UUID agency, Campus school, Wish wish, String by, UUID form) {
        if (!forms.first(form)) return Optional.empty();
        var id = Ids.next();
        agree(id, agency, school, wish, by, clock.instant());
        return Optional.of(id);
    }

    /** Under an id that another room gave it; the second time nothing happens. */
    void agree(UUID id, UUID agency, Campus school, Wish wish, String by, Instant at) {
        var improvement = new Improvement(agency, id, school.districtId(), school.id(), wish.source(), wish.sourceId(),
                wish.capability(), wish.issue(), wish.action(), wish.owner(),
                wish.ownerPerson(), wish.due(), at, by, new State.Open(null), 1);
        if (!improvements.insert(improvement)) return;
        facts.tell(improvement.agreed());
        tellOwner(improvement, school);
        ring(improvement);
    }

    /** Anyone who agreed it themselves knows it already. */
    private void tellOwner(Improvement i, Campus school) {
        if (i.ownerPerson() == null || i.ownerPerson().equals(Tenancy.current().map(Scope::person).orElse(null)))
            return;
        var notice = Notice.of("IMPROVEMENT_YOURS", "/improvements/" + i.id(), language -> new Notice.Words(
                texts.of(language, "improvements.notice.yours.subject", school.name(), When.in(language).date(i.due())),
                texts.of(language, "improvements.notice.yours.body", school.name(), When.in(language).date(i.due()),
                        i.issue(), i.action(), i.agreedBy())));
        if (notifications.tell(notice, Audience.person(i.districtId(), i.ownerPerson())) == 0)
            notifications.tell(notice, Audience.person(i.agencyId(), i.ownerPerson())); // an officer
    }

    public Improvement handle(UUID id, ImprovementCommand command) {
        var decided = improvements.lock(id).decide(command, clock.instant()).orThrow();
        improvements.save(decided.state());
        decided.facts().forEach(fact -> facts.tell((PlanningEvent) fact));
        ring(decided.state());
        return decided.state();
    }

    private void ring(Improvement i) {
        live.ring("improvements", i.agencyId());
        live.ring("improvements", i.districtId());
    }
}
