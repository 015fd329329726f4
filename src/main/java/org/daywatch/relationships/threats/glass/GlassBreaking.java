package org.daywatch.relationships.threats.glass;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.texts.Texts;
import org.daywatch.relationships.threats.ThreatDoor.Entrance;
import org.daywatch.relationships.threats.ThreatRules;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Breaks the glass, and in the same transaction tells the school's principal and the district's safety director: what
 * nobody was told of is not open. The district is bound.
 */
@Component
@Transactional
public class GlassBreaking {

    private final GlassStore store;
    private final ThreatRules rules;
    private final Organizations organizations;
    private final Notifications notifications;
    private final Texts texts;
    private final Facts facts;
    private final Clock clock;

    GlassBreaking(GlassStore store, ThreatRules rules, Organizations organizations, Notifications notifications,
            Texts texts, Facts facts, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.organizations = organizations;
        this.notifications = notifications;
        this.texts = texts;
        this.facts = facts;
        this.clock = clock;
    }

    Glass broken(Entrance at, ThreatCase c, Glass.Opens part, String reason) {
        var by = at.actor();
        var earlier = store.of(c.id()).stream().filter(g -> g.person().equals(by.person())).map(Glass::reason).toList();
        var watchers = watchers(at);
        var decided = Glass.broken(c, Ids.next(), by.person(), by.name(), part, reason, earlier,
                rules.fewestGlassWords(at.school(), at.today()), watchers.size(), clock.instant()).orThrow();
        store.insert(decided.state());
        facts.tell(decided.facts());
        notifications.tell(notice(at, by.name()), new Audience.People(c.district(), watchers));
        return decided.state();
    }

    /** Who is told: not whoever breaks it. */
    private HashSet<UUID> watchers(Entrance at) {
        var watchers = new HashSet<UUID>();
        for (var s : organizations.serving(at.school().districtId(), List.of(Role.PRINCIPAL, Role.SAFETY_DIRECTOR)))
            if (s.role() == Role.SAFETY_DIRECTOR || at.school().id().equals(s.school())) watchers.add(s.person());
        watchers.remove(at.actor().person());
        return watchers;
    }

    /** At which school and who; neither of whom nor why. */
    private Notice notice(Entrance at, String by) {
        String school = at.school().name();
        return Notice.of("GLASS_BROKEN", "/glass/log",
                language -> new Notice.Words(texts.of(language, "glass.notice.subject", school),
                        texts.of(language, "glass.notice.body", school, by)))
                .asUrgent();
    }

    /** Of a school, or of the whole district: the latest first. */
    @Transactional(readOnly = true)
    public List<Glass> log(@Nullable UUID school) {
        return store.at(school);
    }

    @Transactional(readOnly = true)
    public List<Glass> of(ThreatCase c) {
        return store.of(c.id());
    }
}
